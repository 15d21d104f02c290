#pragma once

#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// So many bytes may be asked for in each clock hour: bytes / parts, exactly.
///
///     HourAmount{Bytes{600}, 7200}      5 % of 10 bytes by 30 days and 24 hours is written so
struct HourAmount {
    Bytes bytes{};
    std::int64_t parts = 1;

    /// A 24th of a day's part of 5 % of what is stored, in a month of so many days.
    [[nodiscard]] static HourAmount of_free_allowance(Bytes stored, int days_of_month);
    /// As many bytes an hour, rounded up, that all of them are asked for in that time from `now` on, at
    /// least an hour: also where each midnight takes as much away as the largest retrieval has.
    [[nodiscard]] static HourAmount within(UInt128 bytes, Bytes largest, Duration now, Duration time);
};

/// Spreads retrievals over the hours of the day: in hour h (from 0) those of the day are at most (h + 1)
/// times the hour's amount. What a day leaves over is lost. Instants never decrease.
class Pacer {
  public:
    /// When the bytes may be asked for, as far as is known now: `now`, an hour of this day, or the next
    /// midnight, when it is to be asked again. What is more than a day's amount waits for a midnight, and may
    /// be asked for from then on, on a day that has taken nothing.
    [[nodiscard]] Duration earliest(Bytes bytes, Duration now, HourAmount amount);

    /// They are asked for now. Gives whether they are more than a day's amount.
    bool take(Bytes bytes, Duration now, HourAmount amount);

  private:
    [[nodiscard]] UInt128 taken_on(std::int64_t day) const { return day == day_ ? taken_ : 0; }

    std::int64_t day_ = 0;  ///< since the start
    UInt128 taken_ = 0;     ///< bytes of that day
    /// The midnight for which a retrieval waits that is more than a day's amount.
    Duration waits_for_ = Duration::max();
};

}  // namespace firn::service
