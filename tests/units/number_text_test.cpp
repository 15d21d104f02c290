#include "core/units/quantity_text.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <tuple>

using firn::Rational;

namespace {

/// The code with which `parse` refuses the text, or "" when it reads it.
template <class Parse>
std::string refusal(Parse parse, const std::string& text) {
    const auto result = parse(std::string_view{text});
    return result ? std::string{} : result.error().code;
}

}  // namespace

TEST_CASE("prices are for one unit or for as many as the slash says", "[units]") {
    const auto [text, numerator, denominator] = GENERATE(table<std::string, int, int>({
        {"0.010", 1, 100},
        {"0", 0, 1},
        {"0.05/1000", 5, 100'000},
        {"0.05 / 1000", 5, 100'000},
        {"1/3", 1, 3},
        {"12/1", 12, 1},
    }));
    CAPTURE(text);
    const auto price = firn::parse_unit_price(text);
    REQUIRE(price.has_value());
    CHECK(price->per_unit() == Rational(numerator, denominator));
}

TEST_CASE("prices are refused with a reason", "[units]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"", "value-missing"},
        {"-0.01", "number-negative"},
        {"-0.05/1000", "number-negative"},
        {"$0.01", "number-malformed"},
        {"0.01 USD", "number-malformed"},
        {"nan", "number-malformed"},
        {"0,01", "number-malformed"},
        {"0.05/", "number-malformed"},
        {"0.05/0", "number-malformed"},
        {"0.05/-1000", "number-malformed"},
        {"0.05/0.5", "number-malformed"},
        {"0.05/1000/2", "number-malformed"},
        {"0.05/99999999999999999999", "number-malformed"},
        {"/1000", "number-malformed"},
    }));
    CAPTURE(text);
    CHECK(refusal(firn::parse_unit_price, text) == code);
}

TEST_CASE("counts are whole and not negative", "[units]") {
    CHECK(firn::parse_count("1000").value() == 1'000);
    CHECK(firn::parse_count(" 0 ").value() == 0);
    CHECK(firn::parse_count("2.0").value() == 2);
    CHECK(firn::parse_count("9223372036854775807").value() == 9'223'372'036'854'775'807);
    CHECK(refusal(firn::parse_count, "9223372036854775808") == "number-too-large");
    CHECK(refusal(firn::parse_count, "1.5") == "number-not-whole");
    CHECK(refusal(firn::parse_count, "-1") == "number-negative");
    CHECK(refusal(firn::parse_count, "1000 files") == "number-malformed");
    CHECK(refusal(firn::parse_count, "1e3") == "number-malformed");
    CHECK(refusal(firn::parse_count, "") == "value-missing");
}

TEST_CASE("amounts are exact and not negative", "[units]") {
    CHECK(firn::parse_amount("1.440").value() == Rational(144, 100));
    CHECK(refusal(firn::parse_amount, "-1") == "number-negative");
    CHECK(refusal(firn::parse_amount, "1.") == "number-malformed");
    CHECK(refusal(firn::parse_amount, "") == "value-missing");
}

TEST_CASE("instants, months and booleans are refused with a reason", "[units]") {
    CHECK(firn::parse_instant(" 2013-03-05T00:00Z ").has_value());
    CHECK(refusal(firn::parse_instant, "2013-03-05T00:00") == "time-malformed");
    CHECK(firn::parse_month("2013-03").has_value());
    CHECK(refusal(firn::parse_month, "2013-13") == "month-malformed");
    CHECK(firn::parse_boolean("true").value());
    CHECK_FALSE(firn::parse_boolean("false").value());
    const std::string text =
        GENERATE(as<std::string>{}, "yes", "no", "on", "off", "1", "0", "True", "TRUE", "", " true");
    CHECK(refusal(firn::parse_boolean, text) == "boolean-malformed");
}

TEST_CASE("the advice fits the spelling", "[units]") {
    const auto [text, remedy] = GENERATE(table<std::string, std::string>({
        {"1,000 MB", "write the digits without separators, and a point before decimals"},
        {"1_000 MB", "write the digits without separators, and a point before decimals"},
        {"+5 MB", "leave the plus sign out"},
        {".5 MB", "write a digit before the point"},
        {"5. MB", "write a digit after the point"},
        {"1e6 B", "write the number out"},
    }));
    CAPTURE(text);
    CHECK(firn::parse_bytes(text).error().remedy == remedy);
}

TEST_CASE("a message shows text that people can read, however it was written", "[units]") {
    CHECK(firn::parse_count("\x1B[31m").error().what == "\" [31m\" is not a number");
    CHECK(firn::parse_count(std::string(1'000, 'x')).error().what.size() < 100);
}
