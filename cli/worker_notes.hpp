#pragma once

#include "cli/scenario_options.hpp"
#include "core/diag/diagnostic.hpp"

namespace firn::cli {

/// What to note where options state workers whose number the scenario's schedule decides.
[[nodiscard]] Diagnostics notes_on_workers(const ChosenScenario& chosen);

}  // namespace firn::cli
