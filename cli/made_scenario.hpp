#pragma once

#include "cli/scenario_options.hpp"
#include "core/diag/diagnostic.hpp"

#include <string>

namespace firn::cli {

/// Completes a scenario that was made for files: what the command line did not state about start, horizon and
/// moving follows from the files, and ChosenScenario::assumed lists what nobody stated.
/// Errors: `start-missing`, those of reading the files.
[[nodiscard]] ScenarioTrouble complete_made(const ScenarioOptions& options, ChosenScenario& chosen);

/// Whether the command line states the field, by its own option or by --set.
[[nodiscard]] bool is_given(const ScenarioOptions& options, const std::string& field);

/// `start-missing`
[[nodiscard]] Diagnostic start_missing();

}  // namespace firn::cli
