#pragma once

#include "cli/scenario_options.hpp"
#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"

namespace firn::cli {

/// What a run of the service reads beside its workload, for a scenario of the command line, which may have
/// become another since it was chosen. Errors: those of loading::open_service().
[[nodiscard]] Result<service::ServiceFiles> open_service_files(const ChosenScenario& chosen,
                                                               const scenario::Scenario& scenario);

}  // namespace firn::cli
