#include "core/units/rational.hpp"

#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <string>
#include <tuple>

using firn::Rational;

TEST_CASE("decimal text is read exactly", "[units]") {
    CHECK(firn::parse_decimal("0.010") == Rational{1, 100});
    CHECK(firn::parse_decimal("12") == Rational{12});
    CHECK(firn::parse_decimal("-3.5") == Rational{-7, 2});
    CHECK(firn::parse_decimal("007") == Rational{7});
    CHECK(firn::parse_decimal("-0") == Rational{0});
    CHECK(firn::parse_decimal("0.1") == Rational{1, 10});
}

TEST_CASE("what is no plain decimal number is refused", "[units]") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "-", ".", "1.", ".5", "-.5", "+1", "1e3", "1E3", "0x10", "1,5",
                 "1_000", " 1", "1 ", "--1", "1-", "1.2.3", "nan", "NaN", "inf", "Infinity", "-inf", "one",
                 "1\n", "\xD9\xA1" /* an Arabic digit one */);
    CAPTURE(text);
    CHECK_FALSE(firn::parse_decimal(text).has_value());
}

TEST_CASE("a number of 200 characters is read, a longer one refused", "[units]") {
    CHECK(firn::parse_decimal(std::string(200, '9')).has_value());
    CHECK_FALSE(firn::parse_decimal(std::string(201, '9')).has_value());
    CHECK_FALSE(firn::parse_decimal("0." + std::string(199, '9')).has_value());
}

TEST_CASE("halves round away from zero", "[units]") {
    const auto [value, rounded] = GENERATE(table<std::string, std::string>({
        {"0.125", "0.13"},
        {"0.124999999", "0.12"},
        {"0.135", "0.14"},
        {"-0.125", "-0.13"},
        {"-0.124999999", "-0.12"},
        {"-0.005", "-0.01"},
        {"-0.0049", "0.00"},  // no minus before a zero
        {"0.004999999999", "0.00"},
        {"0.005", "0.01"},
        {"0.995", "1.00"},
        {"-0.995", "-1.00"},
        {"1.2912", "1.29"},
        {"12345678901234567890.005", "12345678901234567890.01"},
    }));
    CAPTURE(value);
    const Rational exact = firn::parse_decimal(value).value();
    CHECK(firn::format_fixed(exact, 2) == rounded);
    CHECK(firn::round_half_up(exact, 2) == firn::parse_decimal(rounded).value());
}

TEST_CASE("rounding to no decimals gives a whole number without a point", "[units]") {
    CHECK(firn::format_fixed(Rational{5, 2}, 0) == "3");
    CHECK(firn::format_fixed(Rational{-5, 2}, 0) == "-3");
    CHECK(firn::format_fixed(Rational{1, 3}, 0) == "0");
    CHECK(firn::format_decimal(Rational{10}, 0) == "10");
}

TEST_CASE("decimal text leaves out zeros at the end", "[units]") {
    CHECK(firn::format_decimal(Rational{1'056, 1'000}) == "1.056");
    CHECK(firn::format_decimal(Rational{529}) == "529");
    CHECK(firn::format_decimal(Rational{100}) == "100");
    CHECK(firn::format_decimal(Rational{1, 3}) == "0.333333333333");
    CHECK(firn::format_decimal(Rational{2, 3}) == "0.666666666667");
    CHECK(firn::format_decimal(Rational{-1, 10'000'000'000'000}) == "0");
}

TEST_CASE("a price keeps at least the decimals that are asked for", "[units]") {
    CHECK(firn::format_at_least(Rational{1, 100}, 3) == "0.010");
    CHECK(firn::format_at_least(Rational{114, 10'000}, 3) == "0.0114");
    CHECK(firn::format_at_least(Rational{5, 100'000}, 3) == "0.00005");
    CHECK(firn::format_at_least(Rational{12}, 3) == "12.000");
    CHECK(firn::format_at_least(Rational{12}, 0) == "12");
}

TEST_CASE("floor and ceiling round negative values to the right side", "[units]") {
    CHECK(firn::floor_of(Rational{7, 2}) == 3);
    CHECK(firn::ceil_of(Rational{7, 2}) == 4);
    CHECK(firn::floor_of(Rational{-7, 2}) == -4);
    CHECK(firn::ceil_of(Rational{-7, 2}) == -3);
    CHECK(firn::floor_of(Rational{-4}) == -4);
    CHECK(firn::ceil_of(Rational{-4}) == -4);
    CHECK(firn::floor_of(Rational{0}) == 0);
}

TEST_CASE("a rational is a 64-bit count only when it is whole and fits", "[units]") {
    constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();
    CHECK(firn::to_int64(Rational{kLargest}) == kLargest);
    CHECK(firn::to_int64(Rational{kSmallest}) == kSmallest);
    CHECK_FALSE(firn::to_int64(Rational{kLargest} + 1).has_value());
    CHECK_FALSE(firn::to_int64(Rational{kSmallest} - 1).has_value());
    CHECK_FALSE(firn::to_int64(Rational{1, 2}).has_value());
    CHECK(firn::to_int64(Rational{8, 2}) == 4);
}

TEST_CASE("128-bit counts are written in full", "[units]") {
    CHECK(firn::to_decimal(firn::UInt128{0}) == "0");
    CHECK(firn::to_decimal((firn::UInt128{1} << 64)) == "18446744073709551616");
    CHECK(firn::to_decimal(~firn::UInt128{0}) == "340282366920938463463374607431768211455");
}

TEST_CASE("decimal text of up to twelve places reads back as the same value", "[units][property]") {
    const bool holds = rc::check("parse_decimal(format_decimal(x)) == x", [] {
        const auto digits = *rc::gen::arbitrary<std::int64_t>();
        const auto places = *rc::gen::inRange(0U, 13U);
        const Rational value{digits, boost::multiprecision::pow(firn::Integer{10}, places)};
        RC_ASSERT(firn::parse_decimal(firn::format_decimal(value, 12)) == value);
    });
    CHECK(holds);
}

TEST_CASE("rounding moves a value by half a step at most, and the same for both signs", "[units][property]") {
    const bool holds = rc::check("|round(x) - x| <= 0.005 and round(-x) == -round(x)", [] {
        const auto numerator = *rc::gen::arbitrary<std::int64_t>();
        const auto denominator = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        const Rational value{firn::Integer{numerator}, firn::Integer{denominator}};
        const Rational rounded = firn::round_half_up(value, 2);
        const Rational moved{rounded - value};
        RC_ASSERT(moved <= Rational(1, 200));
        RC_ASSERT(moved >= Rational(-1, 200));
        RC_ASSERT(firn::round_half_up(Rational{-value}, 2) == Rational{-rounded});
    });
    CHECK(holds);
}
