#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace firn::io {

/// What a field of a table holds in place of a whole number of 0 to 2^63 - 1.
enum class NumberFault { none, negative, too_large, not_a_number };

struct WholeNumber {
    std::int64_t value = 0;
    NumberFault fault = NumberFault::none;
};

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// For text that is not a number of at most 18 digits: decides what it is.
[[nodiscard]] WholeNumber parse_unusual_number(std::string_view text);

/// "25000000". Digits alone: no sign, separator, exponent or blank.
[[nodiscard]] inline WholeNumber parse_whole_number(std::string_view text) {
    constexpr std::size_t kNeverTooLarge = std::numeric_limits<std::int64_t>::digits10;
    if (text.empty() || text.size() > kNeverTooLarge) return parse_unusual_number(text);
    std::int64_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return parse_unusual_number(text);
        value = value * 10 + (c - '0');
    }
    return {.value = value};
}

}  // namespace firn::io
