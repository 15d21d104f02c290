#pragma once

#include "core/backup/replay_result.hpp"
#include "core/report/plan_report.hpp"
#include "core/report/table.hpp"

namespace firn::report {

/// A row a largest age that was tried: its best size with its key figures.
[[nodiscard]] Table ages_table(const PlanReport& report);

/// A row an hour of the day (UTC): the archives closed in it, how many of them by age, and the size that
/// bundles really had.
[[nodiscard]] Table hours_table(const backup::HoursOfDay& hours);

}  // namespace firn::report
