#pragma once

#include "core/report/json_value.hpp"
#include "core/report/simulation_report.hpp"

#include <string>
#include <vector>

// A run against the targets of its scenario, as `firn plan` judges them. Those of restores and the oldest
// unprotected file are told with the service.
namespace firn::report {

/// "The target that 99 % of the files are stored within 1 h is missed: it takes 1.66 h.", one for each
/// target; none where there is nothing to hold against it.
[[nodiscard]] std::vector<std::string> target_sentences(const SimulationReport& report);

/// {"stored_within": {"target_us", "share", "meets_target"}, "at_risk": {"target_bytes", "meets_target"}};
/// empty without a target. `meets_target` is null where there is nothing to hold against it.
[[nodiscard]] Json targets_json(const SimulationReport& report);

}  // namespace firn::report
