#pragma once

#include "core/sim/kernels.hpp"
#include "core/sim/quantile_rank.hpp"
#include "core/sim/sketch_buckets.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::sim {

/// Quantiles of durations in constant memory: a histogram whose buckets (core/sim/sketch_buckets.hpp) are at
/// most 1/256 of their values wide. A quantile is its bucket's upper edge: never below the exact one and at
/// most 0.4 % above.
///
/// Integers only, so the same on every machine; the order of the values does not matter.
class QuantileSketch {
  public:
    explicit QuantileSketch(const Kernels& kernels) : kernels_{&kernels} {}

    /// Adds the time from each start to the end; no start is after it. Gives the longest.
    Duration add_until(Duration end, std::span<const Duration> starts);

    [[nodiscard]] const Kernels& kernels() const { return *kernels_; }
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// The longest duration, exactly.
    [[nodiscard]] Duration max() const { return max_; }

    /// Where the value of a rank (1 to count()) lies: its bucket, and its rank among the bucket's values.
    struct Place {
        std::size_t bucket = 0;
        std::uint64_t rank = 0;
    };
    [[nodiscard]] Place place_of(std::uint64_t rank) const;
    [[nodiscard]] std::uint64_t count_in(std::size_t bucket) const;

    /// The upper edge of the bucket that holds the value of the rank, or max() if that is less.
    [[nodiscard]] Duration value_at(std::uint64_t rank) const;

  private:
    void fold();

    const Kernels* kernels_;
    std::uint64_t count_ = 0;
    Duration max_{};
    /// Counters of 32 bits, that more of them fit into the nearest cache; before one could overflow, all are
    /// folded into those of 64 bits, one a bucket.
    std::vector<std::uint32_t> counters_ = std::vector<std::uint32_t>(kSketchCounters);
    std::uint64_t unfolded_ = 0;
    std::vector<std::uint64_t> folded_;
};

}  // namespace firn::sim
