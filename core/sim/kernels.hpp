#pragma once

#include "core/sim/fifo_round.hpp"
#include "core/sim/instruction_set.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <span>

namespace firn::sim {

/// The hot loops of one instruction set, as functions. Each set gives the same integers.
struct Kernels {
    /// Serves a round (core/sim/fifo_round.hpp) of any number of workers; gives the microseconds that its
    /// customers waited in all.
    std::int64_t (*serve)(const FifoRound<std::int64_t>& round);

    /// Counts the time from each start to the end, none of them negative, in the counters of a sketch
    /// (core/sim/sketch_buckets.hpp); gives the longest, 0 without starts.
    Duration (*count_durations)(Duration end, std::span<const Duration> starts,
                                std::span<std::uint32_t> counters);
};

/// `set` is one of available_instruction_sets().
[[nodiscard]] const Kernels& kernels_of(InstructionSet set);

}  // namespace firn::sim
