#pragma once

#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"

#include <string>

namespace firn::loading {

/// What the columns of a scenario's workload must tell, because its service asks for it.
[[nodiscard]] WorkloadOverrides with_columns(WorkloadOverrides overrides, const scenario::Scenario& scenario);

/// What a scenario's service reads beside its workload, opened.
struct OpenedService {
    service::ServiceFiles files{};
    std::string reading{};  ///< of the backfill, in one line; "" without one
    Diagnostics notes{};
};

/// Opens them. `folder` as in LoadedScenario. Errors, those of all files at once: those of open_backfill()
/// and io::read_key_events(), such as `request-before-start`: a table asks for a file, or deletes one, before
/// the scenario begins; `ranges-not-offered`: a table asks for parts of archives before the service offers
/// them.
[[nodiscard]] Result<OpenedService> open_service(const scenario::Scenario& scenario,
                                                 const std::string& folder,
                                                 const WorkloadOverrides& overrides = {});

}  // namespace firn::loading
