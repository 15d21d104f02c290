#pragma once

#include "core/sim/quantile_sketch.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::sim {

/// Finds the exact values of ranks among durations that a sketch has counted: a second look at them keeps
/// those of the buckets that hold a rank, which are few.
///
///     RankSelection selection{sketch, ranks};
///     selection.keep(n, [&](std::size_t i) { return values[i]; });      as often as there are pieces
///     selection.values()
class RankSelection {
  public:
    /// Each rank is from 1 to the sketch's count.
    RankSelection(const QuantileSketch& counted, std::span<const std::uint64_t> ranks);

    /// Whether any value from the shortest to the longest may have to be kept. The shortest may be below 0.
    [[nodiscard]] bool may_hold(Duration shortest, Duration longest) const {
        const auto least = static_cast<std::uint64_t>(std::max(shortest, Duration{0}).count());
        const auto most = static_cast<std::uint64_t>(longest.count());
        return std::any_of(buckets_.begin(), buckets_.end(), [&](const Bucket& bucket) {
            return bucket.lower <= most && least <= bucket.lower + (bucket.width - 1);
        });
    }

    /// Keeps what is wanted of values of microseconds. Many are looked at together: most pieces hold nothing.
    void keep(std::span<const std::uint32_t> values);

    /// The same for other values: `value_of(i)` gives unsigned microseconds.
    template <class ValueOf>
    void keep(std::size_t values, ValueOf value_of) {
        for (std::size_t i = 0; i < values; ++i) {
            const std::uint64_t value = value_of(i);
            for (Bucket& bucket : buckets_) {
                if (value - bucket.lower < bucket.width) bucket.kept.push_back(value);
            }
        }
    }

    /// The value of each rank, in the ranks' order.
    [[nodiscard]] std::vector<Duration> values();

  private:
    /// The values from `lower` on, as many as `width` different ones.
    struct Bucket {
        std::size_t number = 0;
        std::uint64_t lower = 0;
        std::uint64_t width = 0;
        std::vector<std::uint64_t> kept{};
    };
    /// Where the value of a rank will be: the index of its bucket, and the rank there.
    struct Wanted {
        std::size_t bucket = 0;
        std::uint64_t rank = 0;
    };

    [[nodiscard]] std::size_t index_of(std::size_t bucket, std::uint64_t count);
    const Kernels* kernels_;
    std::vector<Bucket> buckets_;
    std::vector<Wanted> wanted_;
};

}  // namespace firn::sim
