#pragma once

#include "core/planner/size_outcome.hpp"
#include "core/report/json_value.hpp"
#include "core/report/plan_report.hpp"
#include "core/report/table.hpp"

namespace firn::report {

/// What each size puts at stake: waiting, bytes at risk, restores, archives that are lost, holes. `all` as in
/// sizes_table().
[[nodiscard]] Table risk_table(const PlanReport& report, bool all);

/// The object `risk` of a size (docs/commands.md).
[[nodiscard]] Json risk_json(const planner::SizeOutcome& outcome);

}  // namespace firn::report
