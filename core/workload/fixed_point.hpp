#pragma once

#include "core/units/rational.hpp"

#include <cstdint>

namespace firn::workload {

// Fractions as whole numbers: "q32" is a value times 2^32. What decides a result is computed in these, so
// that every machine gets the same.

/// 1 in q32.
inline constexpr std::uint64_t kOneQ32 = std::uint64_t{1} << 32U;
/// The largest value that exp2_q32() and times_q32() give.
inline constexpr std::uint64_t kMostQ32 = std::uint64_t{1} << 62U;
/// log2(e), to nearest.
inline constexpr std::int64_t kLog2EQ32 = 6'196'328'019;

/// 2^x of an x in q32, rounded down: off by at most one unit in the last place below 2 and by at most 2^-31
/// of itself above; zero below 2^-32; kMostQ32 from 2^30 on.
[[nodiscard]] std::uint64_t exp2_q32(std::int64_t exponent);

/// The logarithm to base 2 of a value in q32 (not zero), off by at most two units in the last place.
[[nodiscard]] std::int64_t log2_q32(std::uint64_t value);

/// The product of two values of which the second is in q32, rounded down; at most kMostQ32.
[[nodiscard]] constexpr std::uint64_t times_q32(std::uint64_t value, std::uint64_t factor) {
    const UInt128 product = static_cast<UInt128>(value) * factor >> 32U;
    return product < kMostQ32 ? static_cast<std::uint64_t>(product) : kMostQ32;
}

/// The square root, rounded down.
[[nodiscard]] constexpr std::uint64_t square_root(UInt128 value) {
    UInt128 root = 0;
    for (unsigned bit = 64; bit-- > 0;) {
        const UInt128 trial = root | UInt128{1} << bit;
        if (trial * trial <= value) root = trial;
    }
    return static_cast<std::uint64_t>(root);
}

}  // namespace firn::workload
