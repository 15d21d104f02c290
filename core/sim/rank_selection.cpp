#include "core/sim/rank_selection.hpp"

#include <algorithm>
#include <limits>

namespace firn::sim {

RankSelection::RankSelection(const QuantileSketch& counted, std::span<const std::uint64_t> ranks)
    : kernels_{&counted.kernels()} {
    for (const std::uint64_t rank : ranks) {
        const QuantileSketch::Place place = counted.place_of(rank);
        wanted_.push_back({index_of(place.bucket, counted.count_in(place.bucket)), place.rank});
    }
}

std::size_t RankSelection::index_of(std::size_t bucket, std::uint64_t count) {
    const auto known = std::find_if(buckets_.begin(), buckets_.end(),
                                    [&](const Bucket& other) { return other.number == bucket; });
    const auto index = static_cast<std::size_t>(known - buckets_.begin());
    if (known != buckets_.end()) return index;
    const std::uint64_t lower = lower_edge(bucket);
    buckets_.push_back({.number = bucket, .lower = lower, .width = upper_edge(bucket) - lower + 1});
    buckets_.back().kept.reserve(count);
    return index;
}

void RankSelection::keep(std::span<const std::uint32_t> values) {
    constexpr std::size_t kAtOnce = 256;
    while (!values.empty()) {
        const auto piece = values.first(std::min(kAtOnce, values.size()));
        const bool any = std::any_of(buckets_.begin(), buckets_.end(), [&](const Bucket& bucket) {
            return bucket.lower <= std::numeric_limits<std::uint32_t>::max() &&
                   kernels_->any_within(piece, static_cast<std::uint32_t>(bucket.lower),
                                        static_cast<std::uint32_t>(bucket.width));
        });
        if (any) keep(piece.size(), [&](std::size_t i) { return piece[i]; });
        values = values.subspan(piece.size());
    }
}

std::vector<Duration> RankSelection::values() {
    std::vector<Duration> found;
    for (const Wanted& wanted : wanted_) {
        std::vector<std::uint64_t>& kept = buckets_[wanted.bucket].kept;
        const auto nth = kept.begin() + static_cast<std::ptrdiff_t>(wanted.rank - 1);
        std::nth_element(kept.begin(), nth, kept.end());
        found.emplace_back(static_cast<std::int64_t>(*nth));
    }
    return found;
}

}  // namespace firn::sim
