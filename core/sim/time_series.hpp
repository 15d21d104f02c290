#pragma once

#include "core/sim/series_buckets.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <vector>

namespace firn::sim {

/// A value that holds between its changes, through time: files in a line, busy workers, bytes at risk.
///
/// Times count from the start of the scenario and never decrease, values are from 0 to 2^63 - 1. A call costs
/// the sums of one minute, and a minute that is over a few more; the memory is that of 1440 minutes, 1488
/// hours and the days of the run.
class LevelSeries {
  public:
    explicit LevelSeries(std::int64_t at_first = 0) : value_{at_first} {}

    /// From now on it is this. A value that held for no time enters no minimum and no maximum.
    void set(Duration now, std::int64_t value) {
        if (value == value_) return;
        hold_until(now);
        value_ = value;
        ++buckets_.minute().count;
    }
    /// More, or less, than now.
    void change(Duration now, std::int64_t by) { set(now, value_ + by); }

    [[nodiscard]] std::int64_t value() const { return value_; }

    /// The run has lasted until now; no more calls follow but those of `buckets`.
    void finish(Duration now);

    /// Every minute, hour or day of the run, as far back as the resolution goes. The last one ends with the
    /// run.
    [[nodiscard]] std::vector<SeriesBucket> buckets(Resolution resolution) const;

  private:
    void hold_until(Duration now) {
        while (now >= buckets_.minute_end()) {
            hold_in_minute(buckets_.minute_end());
            buckets_.turn_to(since_);
        }
        hold_in_minute(now);
    }
    void hold_in_minute(Duration until) {
        if (until == since_) return;
        const auto held = static_cast<std::uint64_t>((until - since_).count());
        buckets_.minute().add(value_, held);
        since_ = until;
    }

    std::int64_t value_;
    Duration since_{};
    SeriesBuckets buckets_;
};

/// Values that are observed at instants: latencies, sizes. Times, values and costs are as those of a level.
class TallySeries {
  public:
    /// Its buckets have quantiles, for 420 kB more and 24 bytes a day.
    [[nodiscard]] static TallySeries with_quantiles() {
        TallySeries tally;
        tally.buckets_.keep_quantiles();
        return tally;
    }

    void add(Duration now, std::int64_t value) {
        if (now >= buckets_.minute_end()) buckets_.turn_to(now);
        buckets_.observe(value);
    }

    /// The run has lasted until now; no more calls follow but those of `buckets`.
    void finish(Duration now);

    /// The minutes, hours or days in which anything was observed, as far back as the resolution goes.
    [[nodiscard]] std::vector<SeriesBucket> buckets(Resolution resolution) const {
        return buckets_.buckets(resolution);
    }

  private:
    SeriesBuckets buckets_;
};

}  // namespace firn::sim
