#include "core/pricing/rounding.hpp"

#include "core/pricing/cents.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

std::string shown(const std::string& exact, Rounding rounding) {
    return to_text(rounded(Money{*parse_decimal(exact)}, rounding), rounding);
}

}  // namespace

TEST_CASE("each rounding shows a cost in its way", "[pricing]") {
    const auto [exact, invoice, estimate, report] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"0", "0.00", "0.00", "0.0000000000"},
            {"0.0022", "0.01", "0.00", "0.0022000000"},
            {"0.005", "0.01", "0.01", "0.0050000000"},
            {"0.0049999", "0.01", "0.00", "0.0049999000"},
            {"1.2912", "1.29", "1.29", "1.2912000000"},
            {"1.295", "1.30", "1.30", "1.2950000000"},
            {"0.0000376108765", "0.01", "0.00", "0.0000376109"},
        }));
    CHECK(shown(exact, Rounding::invoice) == invoice);
    CHECK(shown(exact, Rounding::estimate) == estimate);
    CHECK(shown(exact, Rounding::faq_2012) == estimate);
    CHECK(shown(exact, Rounding::report) == report);
}

TEST_CASE("an exact cost is shown with up to twelve decimals", "[pricing]") {
    CHECK(shown("1.2912", Rounding::exact) == "1.2912");
    CHECK(shown("0.0000376108765", Rounding::exact) == "0.000037610877");
}

TEST_CASE("every rounding is known by its name", "[pricing]") {
    for (const std::string& name : rounding_names()) {
        const auto rounding = parse_rounding(name);
        REQUIRE(rounding);
        CHECK(to_text(*rounding) == name);
    }
    CHECK_FALSE(parse_rounding("bankers"));
}

TEST_CASE("a rounding is of cents when it shows no more than two decimals", "[pricing]") {
    for (const std::string& name : rounding_names()) {
        INFO(name);
        const Rounding rounding = *parse_rounding(name);
        CHECK(is_of_cents(rounding) == (shown("1.2912", rounding) == "1.29"));
    }
}
