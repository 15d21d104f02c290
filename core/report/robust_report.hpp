#pragma once

#include "core/report/json_value.hpp"
#include "core/report/plan_report.hpp"

#include <string>

namespace firn::report {

/// How much a plan hinges on what was assumed; the report has its `robustness`. What lies between the sizes
/// of the grid, each other assumption with the size to take then, and how much of the cost is by unconfirmed
/// prices.
[[nodiscard]] std::string robust_text(const PlanReport& report);
[[nodiscard]] std::string robust_markdown(const PlanReport& report);
/// The object `robustness` of the plan's JSON.
[[nodiscard]] Json robust_json(const PlanReport& report);

}  // namespace firn::report
