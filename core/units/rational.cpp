#include "core/units/rational.hpp"

#include <algorithm>
#include <limits>

namespace firn {

namespace {

constexpr std::size_t kLongestNumber = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Integer power_of_ten(unsigned exponent) { return boost::multiprecision::pow(Integer{10}, exponent); }

Integer numerator_of(const Rational& value) { return boost::multiprecision::numerator(value); }
Integer denominator_of(const Rational& value) { return boost::multiprecision::denominator(value); }

/// The value times 10^places, rounded to an integer, halves away from zero.
Integer scaled_half_up(const Rational& value, unsigned places) {
    const Rational scaled = value * Rational{power_of_ten(places)};
    const Rational half{1, 2};
    return scaled < 0 ? ceil_of(Rational{scaled - half}) : floor_of(Rational{scaled + half});
}

/// Inserts the decimal point `places` digits from the right.
std::string with_point(const Integer& scaled, unsigned places) {
    const bool negative = scaled < 0;
    std::string digits = Integer{negative ? Integer{-scaled} : scaled}.str();
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return negative ? "-" + digits : digits;
}

void trim_zeros(std::string& text, unsigned min_places) {
    const auto point = text.find('.');
    if (point == std::string::npos) return;
    while (text.size() - point - 1 > min_places && text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
}

}  // namespace

Integer to_integer(UInt128 value) {
    Integer result{static_cast<std::uint64_t>(value >> 64)};
    result <<= 64;
    result += static_cast<std::uint64_t>(value);
    return result;
}

std::string to_decimal(UInt128 value) { return to_integer(value).str(); }

std::optional<Rational> parse_decimal(std::string_view text) {
    if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
    const bool negative = text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const bool has_fraction = point != std::string_view::npos;
    if (whole.empty() || (has_fraction && fraction.empty())) return std::nullopt;
    if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
    if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;

    Integer digits{0};
    for (const char c : whole)
        digits = digits * 10 + (c - '0');
    for (const char c : fraction)
        digits = digits * 10 + (c - '0');
    const Rational value{digits, power_of_ten(static_cast<unsigned>(fraction.size()))};
    return negative ? Rational{-value} : value;
}

Rational round_half_up(const Rational& value, unsigned places) {
    return Rational{scaled_half_up(value, places), power_of_ten(places)};
}

std::string format_fixed(const Rational& value, unsigned places) {
    return with_point(scaled_half_up(value, places), places);
}

std::string format_decimal(const Rational& value, unsigned places) {
    std::string text = format_fixed(value, places);
    trim_zeros(text, 0);
    return text;
}

std::string format_at_least(const Rational& value, unsigned min_places) {
    std::string text = format_fixed(value, std::max(min_places, 12U));
    trim_zeros(text, min_places);
    return text;
}

Integer floor_of(const Rational& value) {
    const Integer numerator = numerator_of(value);
    const Integer denominator = denominator_of(value);
    Integer quotient = numerator / denominator;
    if (numerator < 0 && quotient * denominator != numerator) --quotient;
    return quotient;
}

Integer ceil_of(const Rational& value) { return -floor_of(Rational{-value}); }

std::optional<std::int64_t> to_int64(const Rational& value) {
    if (denominator_of(value) != 1) return std::nullopt;
    const Integer whole = numerator_of(value);
    if (whole > std::numeric_limits<std::int64_t>::max() ||
        whole < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return whole.convert_to<std::int64_t>();
}

}  // namespace firn
