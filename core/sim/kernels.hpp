#pragma once

#include "core/sim/fifo_round.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace firn::sim {

/// Times that grow with an amount: `offset` + floor((amount * numerator + round_up) * reciprocal / 2^shift)
/// microseconds, of which no product reaches 2^64.
struct LinearTime {
    Duration offset{};
    std::uint64_t numerator = 0;
    std::uint64_t round_up = 0;
    std::uint64_t reciprocal = 0;
    unsigned shift = 0;
};

/// Sums over some amounts with their times since a base.
struct TimedSums {
    UInt128 amounts = 0;
    UInt128 times = 0;
    UInt128 products = 0;
};

/// The hot loops of one instruction set, as functions. Each set gives the same integers.
struct Kernels {
    /// Serves a round (core/sim/fifo_round.hpp) of any number of workers; gives the microseconds that its
    /// customers waited in all.
    std::int64_t (*serve)(const FifoRound<std::int64_t>& round);

    /// Counts the time from each start to the end, none of them negative, in the counters of a sketch
    /// (core/sim/sketch_buckets.hpp); gives the longest, 0 without starts.
    Duration (*count_durations)(Duration end, std::span<const Duration> starts,
                                std::span<std::uint32_t> counters);

    /// Whether any value is one of the `width` from `lower` on.
    bool (*any_within)(std::span<const std::uint32_t> values, std::uint32_t lower, std::uint32_t width);

    /// Writes the keys of a round's new customers, `first_place` the place of the first: arrivals since the
    /// base, and services with their places.
    void (*write_keys)(const FifoKeyLayout& layout, Duration base, std::size_t first_place,
                       std::span<const Duration> arrivals, std::span<const Duration> services,
                       std::span<std::int64_t> arrival_keys, std::span<std::int64_t> step_keys);

    /// The times are ascending, and none is before the base.
    TimedSums (*sums_of)(std::span<const Duration> times, Duration base, std::span<const Bytes> amounts);

    /// The time of each amount.
    void (*times_of)(const LinearTime& linear, std::span<const Bytes> amounts, std::span<Duration> times);
};

/// `set` is one of available_instruction_sets().
[[nodiscard]] const Kernels& kernels_of(InstructionSet set);

}  // namespace firn::sim
