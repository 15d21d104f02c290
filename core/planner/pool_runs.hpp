#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/planner/pool_workers.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/pool_watch.hpp"
#include "core/service/service_files.hpp"
#include "core/service/service_result.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace firn::planner {

/// What a run did with its pools.
struct PoolRun {
    service::PoolOutcome fetchers;
    service::PoolOutcome uploaders;
    backup::LatencySummary latency;
    service::PoolSight sight;
};

/// Runs a scenario that has been opened, from event to event whatever it asks for, and bills nothing. Errors:
/// those of service::run_service().
[[nodiscard]] Result<PoolRun> watch_pools(const scenario::Scenario& scenario, const pricing::PriceBook& book,
                                          workload::FileSource files,
                                          const service::ServiceFiles& service_files,
                                          backup::Quantiles quantiles,
                                          std::optional<service::WatchedTime> watched);

/// Opens and runs a scenario; is called from several threads at once.
using RunPools = std::function<Result<PoolRun>(const scenario::Scenario& scenario,
                                               std::optional<service::WatchedTime> watched)>;

/// The ends of the scenario's years, since its start: each of twelve months from the month it starts in, the
/// last one maybe shorter.
[[nodiscard]] std::vector<Duration> year_ends_of(const scenario::Scenario& scenario);

/// The scenario with one planned outage more.
[[nodiscard]] scenario::Scenario with_outage(scenario::Scenario scenario, const service::WatchedTime& outage);

}  // namespace firn::planner
