#pragma once

#include "core/sim/kernels.hpp"
#include "core/sim/sketch_buckets.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

/// A function that becomes part of its caller, and with it is compiled for the caller's instruction set: one
/// text for all sets, from which the compiler makes wider instructions by itself.
#define FIRN_LOOP [[gnu::always_inline]] inline

namespace firn::sim {

static_assert(std::numeric_limits<double>::is_iec559);

/// Whole numbers below this are told apart by the fraction of a `double` with this value's exponent.
inline constexpr std::uint64_t kTwoTo52 = std::uint64_t{1} << 52U;

/// bucket_of() for values below 2^52, without counting zeros: as a `double` such a value is exact, and its
/// exponent and the first eight bits of its fraction are the bucket. Nothing is rounded.
FIRN_LOOP std::uint64_t bucket_by_exponent(std::uint64_t value) {
    constexpr double kOffset = 0x1p52;
    constexpr std::uint64_t kOfTwoTo8 = std::bit_cast<std::uint64_t>(0x1p8) >> 44U;
    const double exact = std::bit_cast<double>(value | std::bit_cast<std::uint64_t>(kOffset)) - kOffset;
    const std::uint64_t bucket = (std::bit_cast<std::uint64_t>(exact) >> 44U) - kOfTwoTo8 + 256;
    return value < 256 ? value : bucket;
}

FIRN_LOOP Duration earliest(std::span<const Duration> times) {
    std::int64_t least = times.front().count();
    for (const Duration time : times) {
        least = time.count() < least ? time.count() : least;
    }
    return Duration{least};
}

/// Kernels::count_durations, one after the other; for durations of any length.
FIRN_LOOP Duration count_few_durations(Duration end, std::span<const Duration> starts,
                                       std::span<std::uint32_t> counters) {
    Duration longest{0};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Duration value = end - starts[i];
        longest = value > longest ? value : longest;
        ++counters[bucket_of(static_cast<std::uint64_t>(value.count())) * kSketchTurns + i % kSketchTurns];
    }
    return longest;
}

/// Kernels::count_durations. First the buckets of some durations, then their counters: so the first part can
/// be done for several at once.
FIRN_LOOP Duration count_durations_loop(Duration end, std::span<const Duration> starts,
                                        std::span<std::uint32_t> counters) {
    if (starts.size() < 8) return count_few_durations(end, starts, counters);
    const Duration longest = end - earliest(starts);
    if (static_cast<std::uint64_t>(longest.count()) >= kTwoTo52) [[unlikely]]
        return count_few_durations(end, starts, counters);
    constexpr std::size_t kAtOnce = 64;
    std::array<std::uint32_t, kAtOnce> at;
    for (std::size_t first = 0; first < starts.size(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, starts.size() - first);
        for (std::size_t i = 0; i < count; ++i) {
            const auto value = static_cast<std::uint64_t>((end - starts[first + i]).count());
            at[i] = static_cast<std::uint32_t>(bucket_by_exponent(value) * kSketchTurns + i % kSketchTurns);
        }
        for (std::size_t i = 0; i < count; ++i) {
            ++counters[at[i]];
        }
    }
    return longest;
}

/// Kernels::any_within
FIRN_LOOP bool any_within_loop(std::span<const std::uint32_t> values, std::uint32_t lower,
                               std::uint32_t width) {
    std::uint32_t any = 0;
    for (const std::uint32_t value : values) {
        any |= value - lower < width ? 1U : 0U;
    }
    return any != 0;
}

/// Kernels::write_keys
FIRN_LOOP void write_keys_loop(const FifoKeyLayout& layout, Duration base, std::size_t first_place,
                               std::span<const Duration> arrivals, std::span<const Duration> services,
                               std::span<std::int64_t> arrival_keys, std::span<std::int64_t> step_keys) {
    const unsigned low_bits = layout.low_bits();
    const unsigned worker_bits = layout.worker_bits;
    std::int64_t* to_arrivals = arrival_keys.data();
    std::int64_t* to_steps = step_keys.data();
    const std::int64_t begin = base.count();
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        const auto place = static_cast<std::int64_t>(first_place + i) << worker_bits;
        to_arrivals[i] = (arrivals[i].count() - begin) << low_bits;
        to_steps[i] = (services[i].count() << low_bits) | place;
    }
}

/// Kernels::sums_of, for numbers of any size.
FIRN_LOOP TimedSums wide_sums_loop(std::span<const Duration> times, Duration base,
                                   std::span<const Bytes> amounts) {
    TimedSums sums;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto time = static_cast<std::uint64_t>((times[i] - base).count());
        const auto amount = static_cast<std::uint64_t>(amounts[i].count());
        sums.amounts += amount;
        sums.times += time;
        sums.products += static_cast<UInt128>(time) * amount;
    }
    return sums;
}

/// Kernels::sums_of. A product of two numbers below 2^32 has 64 bits: of 2^32 of them the halves are summed
/// up apart.
FIRN_LOOP TimedSums sums_loop(std::span<const Duration> times, Duration base,
                              std::span<const Bytes> amounts) {
    constexpr std::uint64_t kHalf = 0xFFFF'FFFF;
    std::uint64_t time_bits = 0;
    std::uint64_t amount_bits = 0;
    std::uint64_t time_sum = 0;
    std::uint64_t amount_sum = 0;
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto time = static_cast<std::uint64_t>((times[i] - base).count());
        const auto amount = static_cast<std::uint64_t>(amounts[i].count());
        time_bits |= time;
        amount_bits |= amount;
        time_sum += time;
        amount_sum += amount;
        const std::uint64_t product = (time & kHalf) * (amount & kHalf);
        low += product & kHalf;
        high += product >> 32U;
    }
    if ((time_bits | amount_bits | times.size()) > kHalf) [[unlikely]]
        return wide_sums_loop(times, base, amounts);
    return {amount_sum, time_sum, (static_cast<UInt128>(high) << 32U) + low};
}

/// Kernels::times_of
FIRN_LOOP void times_of_loop(const LinearTime& linear, std::span<const Bytes> amounts,
                             std::span<Duration> times) {
    const LinearTime local = linear;
    Duration* to = times.data();
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const std::uint64_t scaled =
            static_cast<std::uint64_t>(amounts[i].count()) * local.numerator + local.round_up;
        to[i] =
            local.offset + Duration{static_cast<std::int64_t>((scaled * local.reciprocal) >> local.shift)};
    }
}

}  // namespace firn::sim
