#pragma once

#include "core/sim/quantile_rank.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::sim {

/// Quantiles of 64-bit values in constant memory: a histogram whose buckets are 1 wide below 512, and above
/// split each power of two into 256. A quantile is its bucket's upper edge: never below the exact one and at
/// most 1/256 (0.4 %) above.
///
///     300 -> bucket 300 ... 300        1025 -> bucket 1024 ... 1027        10^6 -> bucket 999424 ... 1001471
///
/// Integers only, so the same on every machine; the order of the values does not matter.
class QuantileSketch {
  public:
    void add(std::uint64_t value) { ++counts_[bucket_of(value)]; }

    /// The upper edge of the bucket that holds the value of the rank (1 to the number of values).
    [[nodiscard]] std::uint64_t value_at(std::uint64_t rank) const;

    [[nodiscard]] static constexpr std::size_t bucket_of(std::uint64_t value) {
        // The value's top nine bits, and how far they were shifted.
        const auto shift = static_cast<unsigned>(std::bit_width(value | 0x100U)) - 9U;
        return (std::size_t{shift} << 8U) + (value >> shift);
    }
    [[nodiscard]] static constexpr std::uint64_t upper_edge(std::size_t bucket) {
        if (bucket < 512) return bucket;
        const auto shift = static_cast<unsigned>((bucket >> 8U) - 1);
        const std::uint64_t top_bits = bucket - (std::size_t{shift} << 8U);
        return (top_bits << shift) + ((std::uint64_t{1} << shift) - 1);
    }

  private:
    static constexpr std::size_t kBuckets = std::size_t{57} << 8U;
    std::vector<std::uint64_t> counts_ = std::vector<std::uint64_t>(kBuckets);
};

}  // namespace firn::sim
