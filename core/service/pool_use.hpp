#pragma once

#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::service {

/// How long the workers of a pool worked, in all and in each hour since the start. The work of an attempt is
/// its own length before its end: what an outage held it up, or cut before it began anew, is none.
class PoolUse {
  public:
    /// What is done after `until` does not count.
    explicit PoolUse(Duration until) : until_{until} {}

    /// One of them works from `begin` to before `end`.
    void add(Duration begin, Duration end) {
        if (end <= hour_end_ && begin >= hour_end_ - kHour) {
            busy_[static_cast<std::size_t>(hour_end_ / kHour) - 1] +=
                static_cast<std::uint64_t>((end - begin).count());
        } else {
            add_by_hours(begin, end);
        }
    }

    /// Microseconds of work in each hour since the start, up to the last with any.
    [[nodiscard]] const std::vector<std::uint64_t>& by_hour() const { return busy_; }
    [[nodiscard]] UInt128 total() const {
        UInt128 sum = 0;
        for (const std::uint64_t busy : busy_)
            sum += busy;
        return sum;
    }

  private:
    static constexpr Duration kHour = std::chrono::hours{1};

    void add_by_hours(Duration begin, Duration end) {
        end = std::min(end, until_);
        while (begin < end) {
            const auto hour = static_cast<std::size_t>(begin / kHour);
            if (busy_.size() <= hour) busy_.resize(hour + 1);
            hour_end_ = kHour * static_cast<std::int64_t>(hour + 1);
            const Duration until = std::min(end, hour_end_);
            busy_[hour] += static_cast<std::uint64_t>((until - begin).count());
            begin = until;
        }
    }

    Duration until_;
    std::vector<std::uint64_t> busy_;
    /// Of the hour in which work was added last; before there is any, of one that nobody works in.
    Duration hour_end_ = -kHour;
};

}  // namespace firn::service
