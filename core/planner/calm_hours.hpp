#pragma once

#include "core/planner/pool_workers.hpp"
#include "core/scenario/scenario.hpp"
#include "core/sim/outage_calendar.hpp"
#include "core/units/time.hpp"

namespace firn::planner {

/// Outages, planned and by chance, of what a pool needs: of the store for the fetchers, of network and
/// service for the uploaders.
[[nodiscard]] sim::OutageCalendar outages_beside(const scenario::Scenario& scenario, Pool pool);

/// Tells the hours in which a pool has its usual work from those of an outage and of what is caught up with
/// after one: from its begin until as much time again after its end, and as long as the hours since then are
/// full, until the first that is not; but no longer than ten times as long after its end.
///
/// Outages of the store count for the uploaders too, those of network and service for the fetchers of a
/// scenario with a staging disk: what one pool catches up with comes to the other.
///
///     out from 06:00 to 09:00, full until 13:00: all hours are calm but those from 06:00 to 14:00
class CalmHours {
  public:
    CalmHours(const scenario::Scenario& scenario, Pool pool);

    /// Of the hour that begins then, since the start; it is full if its workers worked all the time. Hours
    /// ascend from call to call.
    [[nodiscard]] bool is_calm(Duration begin, bool is_full);

  private:
    sim::OutageCalendar outages_;
    Duration next_begin_{};
    // Of outages that began before the last hour:
    Duration end_{};
    Duration calm_from_{};
    Duration latest_catching_up_{};
};

}  // namespace firn::planner
