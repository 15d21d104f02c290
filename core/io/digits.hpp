#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace firn::io {

// Decimal digits, eight at a time in a 64-bit word: the first character is the lowest byte.

/// The eight characters from `at` on.
[[nodiscard]] inline std::uint64_t load_eight(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

/// How many of the eight characters are digits before the first that is none: 0 to 8.
[[nodiscard]] constexpr unsigned leading_digits(std::uint64_t word) {
    // A digit becomes 0 to 9; what is 10 or more gets its highest bit. A carry reaches only later characters.
    const std::uint64_t values = word ^ 0x3030303030303030;
    const std::uint64_t others = ((values + 0x7676767676767676) | values) & 0x8080808080808080;
    return static_cast<unsigned>(std::countr_zero(others)) / 8;
}

/// The number that the first `digits` characters are, 1 to 8.
[[nodiscard]] constexpr std::uint64_t value_of_digits(std::uint64_t word, unsigned digits) {
    // Zeros before them make eight of them; then neighbours are joined to pairs, and pairs to all.
    const std::uint64_t values = (word ^ 0x3030303030303030) << (8 * (8 - digits));
    const std::uint64_t pairs = values * 10 + (values >> 8U);
    constexpr std::uint64_t kMask = 0x000000FF000000FF;
    constexpr std::uint64_t kOuter = 100 + (std::uint64_t{1'000'000} << 32U);
    constexpr std::uint64_t kInner = 1 + (std::uint64_t{10'000} << 32U);
    return ((pairs & kMask) * kOuter + ((pairs >> 16U) & kMask) * kInner) >> 32U;
}

inline constexpr std::array<std::int64_t, 9> kPowersOfTen{1,       10,        100,        1'000,      10'000,
                                                          100'000, 1'000'000, 10'000'000, 100'000'000};

/// So many characters from its beginning must be there for take_number().
inline constexpr int kRoomForNumber = 24;

/// Reads a number of 1 to 18 digits; where it ends, or null when there is none or it has more digits.
[[nodiscard]] inline const char* take_number(const char* at, std::int64_t& number) {
    constexpr unsigned kMostInThirdWord = 2;
    std::uint64_t word = load_eight(at);
    unsigned digits = leading_digits(word);
    if (digits == 0) return nullptr;
    number = static_cast<std::int64_t>(value_of_digits(word, digits));
    if (digits < 8) return at + digits;
    word = load_eight(at + 8);
    digits = leading_digits(word);
    if (digits == 0) return at + 8;
    number = number * kPowersOfTen[digits] + static_cast<std::int64_t>(value_of_digits(word, digits));
    if (digits < 8) return at + 8 + digits;
    word = load_eight(at + 16);
    digits = leading_digits(word);
    if (digits == 0) return at + 16;
    if (digits > kMostInThirdWord) return nullptr;
    number = number * kPowersOfTen[digits] + static_cast<std::int64_t>(value_of_digits(word, digits));
    return at + 16 + digits;
}

}  // namespace firn::io
