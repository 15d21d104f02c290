#pragma once

#include "core/backup/bundler.hpp"
#include "core/backup/replay_result.hpp"
#include "core/units/time.hpp"

#include <cstddef>

namespace firn::backup {

/// Counts archives by the hour of the day (UTC) in which their directory was closed.
///
/// Directories close in order of time, so nearly every one closes in the hour of the one before.
class HourMeter {
  public:
    /// `start`: the instant from which the closings count.
    explicit HourMeter(Instant start);

    void add(const ClosedBundle& bundle) {
        if (bundle.closed >= hour_end_) go_on_to(bundle.closed);
        HourOfDay& hour = hours_[hour_];
        hour.archives += 1;
        hour.closed_by_age += bundle.by_age ? 1 : 0;
        hour.raw_bytes += bundle.raw;
    }

    [[nodiscard]] const HoursOfDay& hours() const { return hours_; }

  private:
    void go_on_to(Duration closed);

    /// Time of day of the start.
    Duration offset_;
    std::size_t hour_ = 0;
    Duration hour_end_{};
    HoursOfDay hours_{};
};

}  // namespace firn::backup
