#pragma once

#include "cli/scenario_options.hpp"

namespace firn::cli {

/// Completes a scenario that was made for files: what the command line did not state about start, horizon and
/// moving follows from the files, and ChosenScenario::assumed lists what nobody stated.
/// Errors: `start-missing`, those of reading the files.
[[nodiscard]] ScenarioTrouble complete_made(const ScenarioOptions& options, ChosenScenario& chosen);

}  // namespace firn::cli
