#include "core/statement/decimal.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::statement;

namespace {

std::string value_of(std::string_view text) {
    const auto number = parse_decimal_number(text);
    return number ? format_decimal(to_rational(*number), 18) + " with " + std::to_string(number->places)
                  : "none";
}

}  // namespace

TEST_CASE("a report's number is read exactly, and how many decimals it has", "[statement]") {
    CHECK(value_of("0.0016352555") == "0.0016352555 with 10");
    CHECK(value_of("12") == "12 with 0");
    CHECK(value_of("100.0000000000") == "100 with 0");
    CHECK(value_of("-1.50") == "-1.5 with 1");
    CHECK(value_of("0") == "0 with 0");
    CHECK(value_of(".5") == "0.5 with 1");
    CHECK(value_of("42259901212262400") == "42259901212262400 with 0");
}

TEST_CASE("an exponent moves the point", "[statement]") {
    CHECK(value_of("1.2E-7") == "0.00000012 with 8");
    CHECK(value_of("3e2") == "300 with 0");
    CHECK(value_of("1.5E+1") == "15 with 0");
    CHECK(value_of("1.25E1") == "12.5 with 1");
}

TEST_CASE("decimals behind the eighteenth are cut", "[statement]") {
    CHECK(value_of("0.1234567890123456789") == "0.123456789012345678 with 18");
    CHECK(value_of("1.5E-18") == "0.000000000000000001 with 18");
}

TEST_CASE("what is no number is none", "[statement]") {
    for (const char* text : {"", "-", ".", "1.", "1,5", "$1", "1 000", "0x10", "1E", "1E+", "1.2.3", "nan",
                             "1E9999", "1234567890123456789012"}) {
        INFO(text);
        CHECK(value_of(text) == "none");
    }
}

TEST_CASE("a sum goes on where 128 bits end", "[statement]") {
    // 10^18 - 1 is scaled to nearly 10^36; the sum of a thousand of them has 10^39.
    const auto number = parse_decimal_number("999999999999999999");
    REQUIRE(number);
    DecimalSum sum;
    for (int i = 0; i < 1000; ++i)
        sum.add(*number);
    CHECK(format_decimal(sum.value()) == "999999999999999999000");
}
