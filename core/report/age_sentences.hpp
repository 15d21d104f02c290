#pragma once

#include "core/planner/age_grid.hpp"
#include "core/report/plan_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// "wait at most 5 min", "wait until they are full".
[[nodiscard]] std::string wait_text(const planner::MaxAge& age);

/// What a shorter and a longer wait would mean, and how full bundles are at which time of day; nothing in a
/// plan of one age.
[[nodiscard]] std::vector<std::string> age_sentences(const PlanReport& report);

}  // namespace firn::report
