#include "core/alternatives/finance.hpp"

#include "tests/alternatives/reference_rows.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

Rational number(const char* text) { return parse_decimal(text).value(); }

Rational recovery(const char* rate, unsigned years) {
    return capital_recovery(number(rate), discount_over_years(number(rate), years), Rational{years});
}

/// The value of a row of the file, to as many decimals as it gives.
void agrees(const Rational& value, const std::string& name) {
    const std::string text = reference("finance_reference.csv", name);
    const auto point = text.find('.');
    INFO(name);
    CHECK(format_fixed(value, static_cast<unsigned>(text.size() - point - 1)) == text);
}

}  // namespace

TEST_CASE("capital recovery agrees with the reference to all its digits", "[alternatives]") {
    agrees(recovery("0.07", 3), "capital_recovery_factor_0.07_3y");
    agrees(recovery("0.07", 5), "capital_recovery_factor_0.07_5y");
    agrees(recovery("0.1", 3), "capital_recovery_factor_0.1_3y");
    agrees(recovery("0.1", 5), "capital_recovery_factor_0.1_5y");
    agrees(recovery("0.03", 20), "capital_recovery_factor_0.03_20y");
}

TEST_CASE("net present value counts the first payment in full", "[alternatives]") {
    const std::vector<Money> flows{Money{Rational{-1000}}, Money{Rational{300}}, Money{Rational{420}},
                                   Money{Rational{680}}};
    agrees(net_present_value(flows, number("0.08")).amount(), "npv_0.08_flows_-1000_300_420_680");
    const Money hundred{Rational{100}};
    agrees(net_present_value({Money{}, hundred, hundred, hundred, hundred, hundred}, number("0.07")).amount(),
           "npv_0.07_opex_100_per_year_end_5y");
}

TEST_CASE("equivalent annual cost of a server over five years agrees with the reference", "[alternatives]") {
    agrees(7384 * recovery("0.07", 5), "equivalent_annual_cost_0.07_capex_7384_5y_salvage_0");
}

TEST_CASE("depreciation agrees with the reference and is never cash", "[alternatives]") {
    agrees(straight_line(Money{Rational{7384}}, Money{}, 5).amount(), "straight_line_7384_5y_per_year");
    for (std::size_t year = 0; year < 6; ++year)
        agrees(five_year_property()[year], "macrs5_half_year_year" + std::to_string(year + 1));
}

TEST_CASE("a price that falls by 9.7 % a year agrees with the reference after ten years", "[alternatives]") {
    const auto factors = growth_factors(number("-0.097"), 121);
    agrees(45 * factors[120], "declining_price_series_45usd_minus9.7pct_10y");
}

TEST_CASE("twelve months at the monthly rate are a year", "[alternatives]") {
    // (1.08^(1/12))^12 = 1.08, and never 1 + 0.08 / 12 a month
    const auto factors = discount_factors(number("0.08"), 24);
    CHECK(format_decimal(factors[12] * number("1.08"), 30) == "1");
    CHECK(format_decimal(factors[24] * number("1.1664"), 30) == "1");
    CHECK(factors[0] == 1);
    CHECK(monthly_growth(number("0.08")) < 1 + number("0.08") / 12);
}

TEST_CASE("without interest present value is the sum", "[alternatives]") {
    const auto factors = discount_factors(Rational{0}, 2);
    CHECK(present_value({Money{Rational{5}}, Money{Rational{7}}}, factors) == Money{Rational{12}});
    CHECK(capital_recovery(Rational{0}, Rational{1}, Rational{4}) == Rational{1, 4});
}
