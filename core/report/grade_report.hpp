#pragma once

#include "core/planner/cost_grades.hpp"
#include "core/report/json_value.hpp"

#include <string>

namespace firn::report {

/// How much of a total rests on values of which grade, in per cent that add up to 100.0: "shares of the
/// total: prices 98.1 % sourced, 1.9 % unconfirmed; quantities 100.0 % measured; by the weaker of both ...".
/// Empty for a total of nothing.
[[nodiscard]] std::string grades_text(const planner::CostGrades& grades);

/// {prices, quantities, weaker}, each {measured, sourced, stated, assumed, unconfirmed} in money of at most
/// 12 decimals that add up to the total as it is shown, and unconfirmed_percent.
[[nodiscard]] Json grades_json(const planner::CostGrades& grades);

}  // namespace firn::report
