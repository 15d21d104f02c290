#pragma once

#include "cli/scenario_options.hpp"
#include "core/diag/result.hpp"
#include "core/loading/open_service.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/scenario/scenario.hpp"

namespace firn::cli {

/// What a run of the service reads beside its workload, as the planner takes it.
[[nodiscard]] planner::ServiceFiles files_of(loading::OpenedService opened);

/// Opens it for a scenario of the command line, which may have become another since it was chosen.
/// Errors: those of loading::open_service().
[[nodiscard]] Result<planner::ServiceFiles> open_service_files(const ChosenScenario& chosen,
                                                               const scenario::Scenario& scenario);

}  // namespace firn::cli
