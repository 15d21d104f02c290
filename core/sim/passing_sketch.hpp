#pragma once

#include "core/sim/sketch_buckets.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::sim {

/// P50, P95 and P99 of what was observed in a minute, an hour or a day.
struct SeriesQuantiles {
    std::int64_t p50 = 0;
    std::int64_t p95 = 0;
    std::int64_t p99 = 0;

    friend bool operator==(const SeriesQuantiles&, const SeriesQuantiles&) = default;
};

/// A histogram of values from 0 on for one span of time after the other: it is read, added to that of a
/// longer span and emptied. Each costs as many steps as there are buckets (core/sim/sketch_buckets.hpp)
/// between the least and the greatest value; the memory is constant.
class PassingSketch {
  public:
    /// One value more, from 0 on.
    void add(std::int64_t value) { add(bucket_of(static_cast<std::uint64_t>(value)), 1); }
    /// All values of another span.
    void add(const PassingSketch& part);
    /// No value is left, for the next span.
    void clear();

    /// The value of rank ceil(q * count) in ascending order lies in a bucket: its upper edge, or `max`, the
    /// greatest of all values, if that is less. Never below the exact one and at most 0.4 % above. There is
    /// at least one value.
    [[nodiscard]] SeriesQuantiles quantiles(std::int64_t max) const;

  private:
    void add(std::size_t bucket, std::uint64_t values) {
        counters_[bucket] += values;
        count_ += values;
        begin_ = bucket < begin_ ? bucket : begin_;
        end_ = bucket < end_ ? end_ : bucket + 1;
    }

    std::vector<std::uint64_t> counters_ = std::vector<std::uint64_t>(kSketchBuckets);
    std::uint64_t count_ = 0;
    /// Other buckets than these are empty.
    std::size_t begin_ = kSketchBuckets;
    std::size_t end_ = 0;
};

}  // namespace firn::sim
