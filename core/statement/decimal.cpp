#include "core/statement/decimal.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::statement {

namespace {

constexpr int kMostDigits = 36;  ///< of a scaled number: 10^18 times 10^18

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Rational unscaled(Int128 scaled) {
    const bool negative = scaled < 0;
    const UInt128 size = negative ? UInt128{0} - static_cast<UInt128>(scaled) : static_cast<UInt128>(scaled);
    Integer ten_to_places{1};
    for (unsigned i = 0; i < Decimal::kPlaces; ++i)
        ten_to_places *= 10;
    const Rational value{to_integer(size), ten_to_places};
    return negative ? Rational{-value} : value;
}

/// The exponent behind "E", 0 to 999 either way; nullopt for anything else.
std::optional<int> exponent_of(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return negative ? -value : value;
}

/// Digits as they come in, and where the point stands.
struct Digits {
    Int128 value = 0;
    int count = 0;     ///< of digits, zeros before them left out
    int decimals = 0;  ///< digits behind the point; what is cut does not count
};

/// Takes the digits of "0012.50"; false when there is none or something else.
bool take_digits(std::string_view text, Digits& digits) {
    bool behind_point = false;
    bool any = false;
    for (const char c : text) {
        if (c == '.' && !behind_point) {
            behind_point = true;
            continue;
        }
        if (!is_digit(c)) return false;
        any = true;
        if (digits.count >= kMostDigits && behind_point) continue;
        if (digits.count >= kMostDigits) return false;
        digits.value = digits.value * 10 + (c - '0');
        if (digits.value != 0) ++digits.count;
        if (behind_point) ++digits.decimals;
    }
    return any && !text.ends_with('.');
}

void drop_zeros(Digits& digits) {
    while (digits.decimals > 0 && digits.value % 10 == 0) {
        digits.value /= 10;
        --digits.decimals;
    }
}

}  // namespace

std::optional<Decimal> parse_decimal_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t mark = text.find_first_of("eE");
    Digits digits;
    if (!take_digits(text.substr(0, mark), digits)) return std::nullopt;
    if (mark != std::string_view::npos) {
        const auto exponent = exponent_of(text.substr(mark + 1));
        if (!exponent) return std::nullopt;
        digits.decimals -= *exponent;
    }
    drop_zeros(digits);
    if (digits.value == 0) return Decimal{};
    constexpr auto kPlaces = static_cast<int>(Decimal::kPlaces);
    for (; digits.decimals > kPlaces; --digits.decimals)
        digits.value /= 10;
    int scale = kPlaces - digits.decimals;
    if (digits.count + scale > kMostDigits) return std::nullopt;
    const auto places = static_cast<unsigned>(std::max(digits.decimals, 0));
    for (; scale > 0; --scale)
        digits.value *= 10;
    return Decimal{negative ? -digits.value : digits.value, places};
}

Rational to_rational(const Decimal& number) { return unscaled(number.scaled); }

void DecimalSum::add(const Decimal& number) {
    Int128 sum = 0;
    if (__builtin_add_overflow(low_, number.scaled, &sum)) {
        high_ += unscaled(std::exchange(low_, number.scaled));
    } else {
        low_ = sum;
    }
}

Rational DecimalSum::value() const { return high_ + unscaled(low_); }

}  // namespace firn::statement
