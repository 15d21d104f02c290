#pragma once

#include "core/sim/quantile_sketch.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
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

    /// `value_of(i)`: microseconds, an unsigned number of 32 or 64 bits. Many are looked at together: most
    /// pieces hold nothing to keep.
    template <class ValueOf>
    void keep(std::size_t values, ValueOf value_of) {
        constexpr std::size_t kAtOnce = 64;
        std::size_t i = 0;
        for (; i + kAtOnce <= values; i += kAtOnce) {
            for (Bucket& bucket : buckets_) {
                if (any_in<kAtOnce>(bucket, i, value_of)) keep_those_in(bucket, i, i + kAtOnce, value_of);
            }
        }
        for (Bucket& bucket : buckets_) {
            keep_those_in(bucket, i, values, value_of);
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
    template <std::size_t kCount, class ValueOf>
    [[nodiscard]] static bool any_in(const Bucket& bucket, std::size_t begin, const ValueOf& value_of) {
        using Value = decltype(value_of(begin));
        if (bucket.lower > std::numeric_limits<Value>::max()) return false;
        const auto lower = static_cast<Value>(bucket.lower);
        const auto width = static_cast<Value>(bucket.width);
        Value any = 0;
        for (std::size_t i = begin; i < begin + kCount; ++i) {
            any |= value_of(i) - lower < width ? Value{1} : Value{0};
        }
        return any != 0;
    }

    template <class ValueOf>
    static void keep_those_in(Bucket& bucket, std::size_t begin, std::size_t end, const ValueOf& value_of) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t value = value_of(i);
            if (value - bucket.lower < bucket.width) bucket.kept.push_back(value);
        }
    }

    std::vector<Bucket> buckets_;
    std::vector<Wanted> wanted_;
};

}  // namespace firn::sim
