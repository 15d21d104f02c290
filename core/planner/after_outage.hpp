#pragma once

#include "core/planner/pool_runs.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/pool_watch.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace firn::planner {

/// What an outage does, from its begin until nobody waits or is held up any more.
struct AfterOutage {
    service::WatchedTime time;
    std::uint64_t most_files = 0;     ///< that wait or are held up
    std::uint64_t most_archives = 0;  ///< likewise
    Bytes staging_most{};
    /// From its end until nobody waited or was held up; none: never while files arrive.
    std::optional<Duration> drained_after{};
    /// Files arrived after its end, but the last of them before that.
    bool arrivals_had_ended = false;
};

/// The outage of so long that is looked at: of the store, from which the fetchers fetch, or of the service,
/// to which the uploaders send. It begins with the busiest hour of the pool; of several that are as busy,
/// with the first of the month with the most work for what its workers could do, the last of such months.
/// Hours are left out, where others have work, if the outage would begin within another of what the pool
/// needs; then if it would meet one or the hour is not calm; then if the pool's work is over before as much
/// time again.
[[nodiscard]] service::WatchedTime outage_to_watch(const scenario::Scenario& scenario, Pool pool,
                                                   const std::vector<std::uint64_t>& busy_by_hour,
                                                   Duration length);

[[nodiscard]] AfterOutage after_outage(const service::PoolSight& sight, const service::WatchedTime& time);

}  // namespace firn::planner
