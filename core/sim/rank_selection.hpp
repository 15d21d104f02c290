#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::sim {

/// Finds the values of given ranks by two passes over values that are kept elsewhere, or computed again each
/// time: the first counts them in 4096 buckets of equal width, the second keeps those of the buckets that
/// hold a rank.
///
///     RankSelection selection{ranks, largest};
///     for (v : values) selection.count(v);
///     selection.choose_buckets();
///     for (v : values) selection.keep(v);
///     selection.values()
class RankSelection {
  public:
    /// At most 255 ranks, each from 1; no value is above `largest`.
    RankSelection(std::span<const std::uint64_t> ranks, std::uint64_t largest)
        : ranks_{ranks.begin(), ranks.end()}, shift_{shift_for(largest)} {}

    void count(std::uint64_t value) { ++counts_[bucket(value)]; }
    void choose_buckets();
    void keep(std::uint64_t value) {
        const std::uint8_t place = places_[bucket(value)];
        if (place != 0) [[unlikely]] {
            kept_[place - 1U].push_back(value);
        }
    }
    /// The value of each rank, in the ranks' order.
    [[nodiscard]] std::vector<std::uint64_t> values();

  private:
    static constexpr std::size_t kBuckets = 4096;

    static constexpr unsigned shift_for(std::uint64_t largest) {
        return static_cast<unsigned>(std::max(0, static_cast<int>(std::bit_width(largest)) - 12));
    }
    [[nodiscard]] std::size_t bucket(std::uint64_t value) const { return value >> shift_; }

    std::vector<std::uint64_t> ranks_;
    unsigned shift_;
    std::vector<std::uint64_t> counts_ = std::vector<std::uint64_t>(kBuckets);
    /// For each bucket 0, or one more than its index in kept_.
    std::vector<std::uint8_t> places_ = std::vector<std::uint8_t>(kBuckets);
    std::vector<std::vector<std::uint64_t>> kept_;
    /// For each rank: where its bucket's values are kept, and its rank among them.
    std::vector<std::size_t> kept_of_rank_;
    std::vector<std::uint64_t> rank_in_bucket_;
};

}  // namespace firn::sim
