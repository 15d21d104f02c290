#pragma once

#include "core/random/stream.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"
#include "core/workload/calendar.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// When in a month files arrive: each hour has its share of them, and within an hour all times are alike.
class MonthHours {
  public:
    /// The calendar's weekdays, hours and noise; draw d of `noise` is for the month's d-th day. All hours are
    /// alike where the calendar is flat within months, or leaves no hour a share.
    MonthHours(BillingPeriod month, const Calendar& calendar, const random::Stream& noise);

    /// The time of an evenly distributed draw in microseconds since the month began. A larger draw never
    /// comes earlier.
    [[nodiscard]] std::uint64_t at(std::uint64_t draw) const;

    /// Microseconds of the month.
    [[nodiscard]] std::uint64_t length() const { return length_; }
    /// What the busiest hour has of the month's files, in q32.
    [[nodiscard]] std::uint64_t busiest_q32() const;

  private:
    /// An hour that has a share: of the draws from `first` on until those of the next one.
    struct Hour {
        std::uint64_t first = 0;
        std::uint64_t begin = 0;  ///< microseconds since the month began
    };

    void share_out(const std::vector<std::uint64_t>& weights);
    [[nodiscard]] UInt128 draws_of(std::vector<Hour>::const_iterator hour) const;

    std::uint64_t length_;
    std::vector<Hour> hours_;  ///< none: all alike
};

}  // namespace firn::workload
