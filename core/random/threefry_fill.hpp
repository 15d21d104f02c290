#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace firn::random {

/// draws[i] is the first word that Threefry2x64 with 20 rounds makes of the counter (first + i * step, 0), by
/// the widest instructions that the machine has: the same numbers on every machine.
void threefry_fill(std::array<std::uint64_t, 2> key, std::uint64_t first, std::uint64_t step,
                   std::span<std::uint64_t> draws);

}  // namespace firn::random
