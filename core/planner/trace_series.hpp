#pragma once

#include "core/planner/log_linear.hpp"
#include "core/workload/trace_profile.hpp"

#include <chrono>
#include <vector>

namespace firn::planner {

// The days and months of a trace as points of a regression. Years count from `origin`. The first and the last
// period are usually not whole, so they do not count where there are enough.

[[nodiscard]] SeriesPoint point_at(std::chrono::sys_days day, std::chrono::sys_days origin, double log);

/// Days that have files with bytes.
[[nodiscard]] std::vector<SeriesPoint> days_of(const workload::TraceProfile& trace,
                                               std::chrono::sys_days origin,
                                               double (*log_of)(const workload::PeriodTotal&));

/// Months that have bytes; all of them where only they are known.
[[nodiscard]] std::vector<SeriesPoint> months_of(const workload::TraceProfile& trace,
                                                 std::chrono::sys_days origin,
                                                 double (*log_of)(const workload::MonthTotal&));

/// Four weeks, files on nine of ten days, ten files on a mean day: enough to look at days.
[[nodiscard]] bool has_dense_days(const workload::TraceProfile& trace);

}  // namespace firn::planner
