#pragma once

#include <algorithm>
#include <array>
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
///     selection.count(n, [&](std::size_t i) { return values[i]; });      as often as there are pieces
///     selection.choose_buckets();
///     selection.keep(n, [&](std::size_t i) { return values[i]; });       the same pieces
///     selection.values()
class RankSelection {
  public:
    /// At most 255 ranks, each from 1; no value is above `largest`.
    RankSelection(std::span<const std::uint64_t> ranks, std::uint64_t largest)
        : ranks_{ranks.begin(), ranks.end()}, shift_{shift_for(largest)} {}

    /// Neighbours often fall into one bucket, and each increment would wait for the one before: so four
    /// tables.
    template <class ValueOf>
    void count(std::size_t values, ValueOf value_of) {
        std::size_t i = 0;
        for (; i + 4 <= values; i += 4) {
            ++counts_[bucket(value_of(i))][0];
            ++counts_[bucket(value_of(i + 1))][1];
            ++counts_[bucket(value_of(i + 2))][2];
            ++counts_[bucket(value_of(i + 3))][3];
        }
        for (; i < values; ++i) {
            ++counts_[bucket(value_of(i))][0];
        }
    }

    void choose_buckets();

    /// Few values are kept: four are looked up together, so that most are passed over with a quarter of a
    /// branch each.
    template <class ValueOf>
    void keep(std::size_t values, ValueOf value_of) {
        std::size_t i = 0;
        for (; i + 4 <= values; i += 4) {
            const unsigned any = places_[bucket(value_of(i))] | places_[bucket(value_of(i + 1))] |
                                 places_[bucket(value_of(i + 2))] | places_[bucket(value_of(i + 3))];
            if (any == 0) [[likely]]
                continue;
            for (std::size_t k = i; k < i + 4; ++k) {
                keep_one(value_of(k));
            }
        }
        for (; i < values; ++i) {
            keep_one(value_of(i));
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
    void keep_one(std::uint64_t value) {
        const std::uint8_t place = places_[bucket(value)];
        if (place != 0) kept_[place - 1U].push_back(value);
    }

    std::vector<std::uint64_t> ranks_;
    unsigned shift_;
    std::vector<std::array<std::uint64_t, 4>> counts_ = std::vector<std::array<std::uint64_t, 4>>(kBuckets);
    /// For each bucket 0, or one more than its index in kept_.
    std::vector<std::uint8_t> places_ = std::vector<std::uint8_t>(kBuckets);
    std::vector<std::vector<std::uint64_t>> kept_;
    /// For each rank: where its bucket's values are kept, and its rank among them.
    std::vector<std::size_t> kept_of_rank_;
    std::vector<std::uint64_t> rank_in_bucket_;
};

}  // namespace firn::sim
