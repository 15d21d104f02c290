#include "core/sim/passing_sketch.hpp"

#include "core/sim/quantile_rank.hpp"

#include <algorithm>
#include <cassert>

namespace firn::sim {

void PassingSketch::add(const PassingSketch& part) {
    for (std::size_t bucket = part.begin_; bucket < part.end_; ++bucket) {
        if (part.counters_[bucket] > 0) add(bucket, part.counters_[bucket]);
    }
}

void PassingSketch::clear() {
    for (std::size_t bucket = begin_; bucket < end_; ++bucket)
        counters_[bucket] = 0;
    count_ = 0;
    begin_ = kSketchBuckets;
    end_ = 0;
}

SeriesQuantiles PassingSketch::quantiles(std::int64_t max) const {
    assert(count_ > 0);
    std::size_t bucket = begin_;
    std::uint64_t so_far = counters_[bucket];
    // Asked for in ascending order.
    const auto at = [&](Permille quantile) {
        const std::uint64_t rank = rank_of(quantile, count_);
        while (so_far < rank)
            so_far += counters_[++bucket];
        return std::min(static_cast<std::int64_t>(upper_edge(bucket)), max);
    };
    SeriesQuantiles found;
    found.p50 = at({500});
    found.p95 = at({950});
    found.p99 = at({990});
    return found;
}

}  // namespace firn::sim
