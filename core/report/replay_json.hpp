#pragma once

#include "core/backup/replay_result.hpp"
#include "core/report/json_value.hpp"

namespace firn::report {

/// {sum, mean, p50, p95, p99, max} in microseconds, and whether the quantiles are exact.
[[nodiscard]] Json latency_json(const backup::LatencySummary& latency);

/// 24 entries {hour, archives, closed_by_age, raw_bytes, mean_bytes}, by the hour (UTC) in which directories
/// closed.
[[nodiscard]] Json hours_json(const backup::HoursOfDay& hours);

}  // namespace firn::report
