#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firn {

/// Exact integer and exact fraction. Everything that becomes money is computed in these; no `double` takes
/// part.
using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

/// 128-bit counts (byte-microseconds, sums of latencies).
__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

[[nodiscard]] Integer to_integer(UInt128 value);

/// Decimal text of a 128-bit count.
[[nodiscard]] std::string to_decimal(UInt128 value);

/// The exact value of decimal text: "0.010", "12", "-3.5". No exponent, separator, sign "+" or blank; nothing
/// else ("nan", "inf", "", "1.") is a number. At most 200 characters.
[[nodiscard]] std::optional<Rational> parse_decimal(std::string_view text);

/// The value rounded to `places` decimals, halves away from zero ("half-up" for the amounts of a bill).
///
///     round_half_up(0.125, 2) == 0.13      round_half_up(-0.125, 2) == -0.13
[[nodiscard]] Rational round_half_up(const Rational& value, unsigned places);

/// Text with exactly `places` decimals, half-up: format_fixed(1.2912, 2) == "1.29".
[[nodiscard]] std::string format_fixed(const Rational& value, unsigned places);

/// Text with at most `places` decimals, half-up, without trailing zeros: format_decimal(1056/1000, 12) ==
/// "1.056".
[[nodiscard]] std::string format_decimal(const Rational& value, unsigned places = 12);

/// Text with at least `min_places` decimals and as many more, up to 12, as the value needs: a unit price
/// "0.010".
[[nodiscard]] std::string format_at_least(const Rational& value, unsigned min_places);

/// The largest integer that is not above the value.
[[nodiscard]] Integer floor_of(const Rational& value);

/// The smallest integer that is not below the value.
[[nodiscard]] Integer ceil_of(const Rational& value);

/// The value as a whole number of 64 bits, when it is one.
[[nodiscard]] std::optional<std::int64_t> to_int64(const Rational& value);

}  // namespace firn
