#pragma once

#include "core/workload/normal_quantile_table.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace firn::workload {

/// The standard normal deviate, times 2^24 and without its sign, whose tail beyond it is `tail` / 2^65 (tail
/// odd). Interpolated to within 0.0005, ends at 6.3.
[[nodiscard]] inline std::int64_t normal_tail_deviate_q24(std::uint64_t tail) {
    const auto octave = static_cast<unsigned>(std::countl_zero(tail));
    if (octave >= kQuantileOctaves)
        return kNormalQuantiles.at((kQuantileOctaves - 1) * kQuantileStepsPerOctave);
    const std::uint64_t mantissa = tail << octave << 1U;
    const std::size_t i = octave * kQuantileStepsPerOctave + (mantissa >> 60U);
    const auto within = static_cast<std::int64_t>(mantissa >> 28U & 0xFFFF'FFFFU);
    const bool last_of_octave = (mantissa >> 60U) == kQuantileStepsPerOctave - 1;
    const std::size_t next = last_of_octave ? (octave - 1) * kQuantileStepsPerOctave : i + 1;
    const std::int64_t upper = octave == 0 && last_of_octave ? 0 : kNormalQuantiles.at(next);
    return kNormalQuantiles.at(i) - ((kNormalQuantiles.at(i) - upper) * within >> 32);
}

/// A standard normal deviate, times 2^24, of 64 evenly distributed random bits.
[[nodiscard]] inline std::int64_t normal_deviate_q24(std::uint64_t random_bits) {
    const std::int64_t deviate = normal_tail_deviate_q24(random_bits << 1U | 1U);
    return (random_bits >> 63U) != 0 ? -deviate : deviate;
}

}  // namespace firn::workload
