#include "core/sim/quantile_sketch.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace firn::sim {

Duration QuantileSketch::add_until(Duration end, std::span<const Duration> starts) {
    unfolded_ += starts.size();
    if (unfolded_ > std::numeric_limits<std::uint32_t>::max()) {
        fold();
        unfolded_ = starts.size();
    }
    count_ += starts.size();
    const Duration longest = kernels_->count_durations(end, starts, counters_);
    max_ = std::max(max_, longest);
    return longest;
}

void QuantileSketch::fold() {
    folded_.resize(kSketchBuckets);
    for (std::size_t bucket = 0; bucket < kSketchBuckets; ++bucket) {
        folded_[bucket] = count_in(bucket);
    }
    std::fill(counters_.begin(), counters_.end(), 0U);
}

std::uint64_t QuantileSketch::count_in(std::size_t bucket) const {
    const auto begin = counters_.begin() + static_cast<std::ptrdiff_t>(bucket * kSketchTurns);
    const std::uint64_t folded = folded_.empty() ? 0 : folded_[bucket];
    return std::accumulate(begin, begin + kSketchTurns, folded);
}

QuantileSketch::Place QuantileSketch::place_of(std::uint64_t rank) const {
    assert(rank > 0 && rank <= count_);
    Place place{0, rank};
    for (std::uint64_t here = count_in(0); here < place.rank; here = count_in(place.bucket)) {
        place.rank -= here;
        ++place.bucket;
    }
    return place;
}

Duration QuantileSketch::value_at(std::uint64_t rank) const {
    // A bucket may reach beyond the longest duration.
    return std::min(Duration{static_cast<std::int64_t>(upper_edge(place_of(rank).bucket))}, max_);
}

}  // namespace firn::sim
