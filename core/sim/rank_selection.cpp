#include "core/sim/rank_selection.hpp"

#include <cassert>
#include <numeric>

namespace firn::sim {

void RankSelection::choose_buckets() {
    const auto in_bucket = [&](std::size_t bucket) {
        return std::accumulate(counts_[bucket].begin(), counts_[bucket].end(), std::uint64_t{0});
    };
    for (const std::uint64_t rank : ranks_) {
        std::uint64_t below = 0;
        std::size_t bucket = 0;
        while (bucket < kBuckets && below + in_bucket(bucket) < rank) {
            below += in_bucket(bucket++);
        }
        assert(bucket < kBuckets);
        if (places_[bucket] == 0) {
            kept_.emplace_back().reserve(in_bucket(bucket));
            places_[bucket] = static_cast<std::uint8_t>(kept_.size());
        }
        kept_of_rank_.push_back(places_[bucket] - std::size_t{1});
        rank_in_bucket_.push_back(rank - below);
    }
}

std::vector<std::uint64_t> RankSelection::values() {
    std::vector<std::uint64_t> found;
    for (std::size_t i = 0; i < ranks_.size(); ++i) {
        std::vector<std::uint64_t>& kept = kept_[kept_of_rank_[i]];
        const auto nth = kept.begin() + static_cast<std::ptrdiff_t>(rank_in_bucket_[i] - 1);
        std::nth_element(kept.begin(), nth, kept.end());
        found.push_back(*nth);
    }
    return found;
}

}  // namespace firn::sim
