#pragma once

#include "core/planner/figure.hpp"
#include "core/report/json_value.hpp"
#include "core/report/simulation_report.hpp"

#include <vector>

// The figures of a run are the numbers of its JSON: whatever is added there is a figure, under the same name.
namespace firn::report {

/// Every number of the answer to `firn simulate --format json`, which decimal text is, too, in its order. Its
/// name is its path: keys and places of lists, from 1, with points between them.
///
///     latency_us.p99      service.restores.2.time_us.p50      hours.24.archives
///
/// Where what stands in a list differs from run to run it is named by what it is, the second of that name
/// with a 2: service.pools.fetchers.busy_us, months.1.bill.lines.storage.glacier.cost_exact. What no run has
/// in common is left out: single retrievals, copies and deletions of the usage. So are settings, prices and
/// conventions, which no run changes, and what only numbers things (the hour of the day).
///
/// null is a figure without a value, unless a text would stand there. So are mean and quantiles of times of
/// nothing, all of which are 0.
[[nodiscard]] std::vector<planner::Figure> figures_of(const SimulationReport& report);

/// The figures of an answer that is there.
[[nodiscard]] std::vector<planner::Figure> figures_in(const Json& answer);

}  // namespace firn::report
