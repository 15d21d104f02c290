#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace firn::sim {

// The buckets of a QuantileSketch: 1 wide below 512, and above each power of two split into 256.
//
//     300 -> bucket 300 ... 300        1025 -> bucket 1024 ... 1027        10^6 -> bucket 999424 ... 1001471

/// Number of buckets for values of 64 bits.
inline constexpr std::size_t kSketchBuckets = std::size_t{57} << 8U;

/// Each bucket has so many counters, used by turns: neighbours often fall into one bucket, and an increment
/// has to wait for the one before it of the same counter.
inline constexpr std::size_t kSketchTurns = 4;
inline constexpr std::size_t kSketchCounters = kSketchBuckets * kSketchTurns;

[[nodiscard]] constexpr std::size_t bucket_of(std::uint64_t value) {
    // The value's top nine bits, and how far they were shifted.
    const auto shift = static_cast<unsigned>(std::bit_width(value | 0x100U)) - 9U;
    return (std::size_t{shift} << 8U) + (value >> shift);
}

[[nodiscard]] constexpr std::uint64_t lower_edge(std::size_t bucket) {
    if (bucket < 512) return bucket;
    const std::size_t shift = (bucket >> 8U) - 1;
    return (bucket - (shift << 8U)) << shift;
}

[[nodiscard]] constexpr std::uint64_t upper_edge(std::size_t bucket) {
    if (bucket < 512) return bucket;
    const std::size_t shift = (bucket >> 8U) - 1;
    return lower_edge(bucket) + ((std::uint64_t{1} << shift) - 1);
}

}  // namespace firn::sim
