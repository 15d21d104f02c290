#pragma once

#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace firn::random {

namespace detail {

/// 1 - log2(1 + i / 256) in q32, from i = 0 to 256, computed bit by bit.
constexpr std::uint64_t one_minus_log2(std::uint64_t i) {
    std::uint64_t mantissa = (std::uint64_t{1} << 31U) + (i << 23U);
    std::uint64_t log = i == 256 ? 1 : 0;
    if (i == 256) mantissa >>= 1U;
    for (int bit = 0; bit < 32; ++bit) {
        mantissa = mantissa * mantissa >> 31U;
        const bool above_two = mantissa >> 32U != 0;
        if (above_two) mantissa >>= 1U;
        log = log * 2 + (above_two ? 1 : 0);
    }
    return (std::uint64_t{1} << 32U) - log;
}

struct LogStep {
    std::uint64_t base = 0;
    std::uint64_t fall = 0;  ///< to the next
};

constexpr std::array<LogStep, 256> make_log_steps() {
    std::array<LogStep, 256> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::uint64_t base = one_minus_log2(i);
        steps.at(i) = {base, base - one_minus_log2(i + 1)};
    }
    return steps;
}

inline constexpr std::array<LogStep, 256> kLogSteps = make_log_steps();

}  // namespace detail

/// -log2(u) in q32 of an evenly distributed u between 0 and 1, which 64 random bits stand for: an exponential
/// draw of mean 1 / ln 2. Straight between 256 steps of the mantissa: at most 3e-6 too high.
[[nodiscard]] inline std::uint64_t minus_log2_q32(std::uint64_t random_bits) {
    const std::uint64_t bits = random_bits | 1U;
    const auto zeros = static_cast<unsigned>(__builtin_clzll(bits));
    const std::uint64_t mantissa = bits << zeros;  // highest bit set
    const detail::LogStep& step = detail::kLogSteps[mantissa >> 55U & 0xFFU];
    const std::uint64_t within = mantissa >> 23U & 0xFFFF'FFFFU;
    return (static_cast<std::uint64_t>(zeros) << 32U) + step.base - (step.fall * within >> 32U);
}

/// The longest time that is drawn: 2^61 us, 73,000 years, so that it can be added to any instant.
inline constexpr Duration kLongestDrawn{std::int64_t{1} << 61U};

/// An exponential time of this mean, from 64 random bits: whole microseconds, rounded down, at most
/// kLongestDrawn.
[[nodiscard]] inline Duration exponential(std::uint64_t random_bits, Duration mean) {
    constexpr std::uint64_t kLn2Q32 = 2'977'044'472;
    const UInt128 per_log2 = static_cast<UInt128>(mean.count()) * kLn2Q32;  // q32, below 2^95
    const std::uint64_t log2 = minus_log2_q32(random_bits);                 // q32, below 2^39
    const UInt128 whole = per_log2 * (log2 >> 32U);
    const UInt128 part = per_log2 * (log2 & 0xFFFF'FFFFU) >> 32U;
    const UInt128 time = (whole + part) >> 32U;
    constexpr auto kMost = static_cast<UInt128>(kLongestDrawn.count());
    return Duration{static_cast<std::int64_t>(std::min(time, kMost))};
}

}  // namespace firn::random
