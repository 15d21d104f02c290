#pragma once

#include "core/sim/fifo_round.hpp"
#include "core/sim/instruction_set.hpp"

#include <cstdint>

namespace firn::sim {

/// The hot loops of one instruction set, as functions. Each set gives the same integers.
struct Kernels {
    /// Serves a round (core/sim/fifo_round.hpp) of any number of workers; gives the microseconds that its
    /// customers waited in all.
    std::int64_t (*serve)(const FifoRound<std::int64_t>& round);
};

/// `set` is one of available_instruction_sets().
[[nodiscard]] const Kernels& kernels_of(InstructionSet set);

}  // namespace firn::sim
