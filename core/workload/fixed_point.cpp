#include "core/workload/fixed_point.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>

namespace firn::workload {

namespace {

constexpr std::size_t kFractionBits = 32;
constexpr std::uint64_t kOneQ62 = std::uint64_t{1} << 62U;

/// 2^(1/2), 2^(1/4), ... 2^(2^-32) in q62: each the square root of the one before.
constexpr std::array<std::uint64_t, kFractionBits> make_roots() {
    std::array<std::uint64_t, kFractionBits> roots{};
    UInt128 power = UInt128{2} << 62U;
    for (std::uint64_t& root : roots) {
        root = square_root(power << 62U);
        power = root;
    }
    return roots;
}

constexpr auto kRoots = make_roots();

}  // namespace

std::uint64_t exp2_q32(std::int64_t exponent) {
    const std::int64_t whole = exponent >> 32;
    if (whole >= 30) return kMostQ32;
    if (whole < -32) return 0;
    std::uint64_t mantissa = kOneQ62;
    for (std::size_t i = 0; i < kFractionBits; ++i) {
        if ((static_cast<std::uint64_t>(exponent) >> (kFractionBits - 1 - i) & 1U) == 0) continue;
        mantissa = static_cast<std::uint64_t>(static_cast<UInt128>(mantissa) * kRoots.at(i) >> 62U);
    }
    return mantissa >> static_cast<unsigned>(30 - whole);
}

std::int64_t log2_q32(std::uint64_t value) {
    assert(value > 0);
    const int zeros = std::countl_zero(value);
    // The mantissa in q63, from 1 to below 2: each squaring yields one more bit of the logarithm.
    UInt128 mantissa = value << static_cast<unsigned>(zeros);
    std::int64_t log = 31 - zeros;
    for (std::size_t i = 0; i < kFractionBits; ++i) {
        mantissa = mantissa * mantissa >> 63U;
        const bool above_two = mantissa >> 64U != 0;
        if (above_two) mantissa >>= 1U;
        log = log * 2 + (above_two ? 1 : 0);
    }
    return log;
}

}  // namespace firn::workload
