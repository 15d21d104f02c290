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

/// Spreads retrievals over the hours of the day. Who has something to ask for has an account: it begins with
/// the hour in which the wait began, and anew with each midnight. In its hour h (from 0) what the account has
/// asked for is at most (h + 1) times the hour's amount. What a day leaves over is lost, and so are hours in
/// which nobody waited. What is more than a day's amount has a day to itself. Instants never decrease.
class Pacer {
  public:
    /// There was nothing to ask for, and now there is: an account begins, but where something was taken in
    /// this hour, or more than a day's amount on this day, its account goes on.
    void begin_to_wait(Duration now);

    /// When bytes that have waited since then may be asked for, as far as is known now: `now`, an hour of
    /// this day, or the next midnight, when it is to be asked again. What is more than a day's amount may be
    /// asked for on a day that began while it waited and has taken nothing.
    [[nodiscard]] Duration earliest(Bytes bytes, Duration since, Duration now, HourAmount amount);

    /// They are asked for now. Gives whether they are more than a day's amount.
    bool take(Bytes bytes, Duration now, HourAmount amount);

  private:
    void go_on_to(Duration now);

    Duration begin_{};   ///< of the account: an hour of its day
    UInt128 taken_ = 0;  ///< bytes since then
    /// Until then no other account begins: the end of the hour in which something was taken last, or of the
    /// day if it was more than a day's amount.
    Duration goes_on_until_ = Duration::min();
};

}  // namespace firn::service
