#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::random {

/// What a stream's draws are keyed by: the seed, then the number that stands for its name (text_hash()).
using ThreefryKey = std::array<std::uint64_t, 2>;

/// draws[i] is the first word that Threefry2x64 with 20 rounds makes of the counter (first + i * step, 0), by
/// the widest instructions that the machine has: the same numbers on every machine.
void threefry_fill(ThreefryKey key, std::uint64_t first, std::uint64_t step, std::span<std::uint64_t> draws);

using ThreefryFill = void (*)(ThreefryKey, std::uint64_t, std::uint64_t, std::span<std::uint64_t>);

/// The same by each kind of instructions that this machine has, from the portable to the widest.
[[nodiscard]] std::vector<ThreefryFill> available_threefry_fills();

}  // namespace firn::random
