#pragma once

#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/life_settings.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace firn::loading {

/// What the columns of a scenario's workload must tell, because its service asks for it.
[[nodiscard]] WorkloadOverrides with_columns(WorkloadOverrides overrides, const scenario::Scenario& scenario);

/// The files that a scenario's service reads beside its workload.
struct OpenedService {
    workload::FileSource backfill{};  ///< empty: there is none
    std::string reading{};            ///< of the backfill, in one line; "" without one
    std::unordered_map<std::uint64_t, std::uint32_t> watched{};
    std::vector<std::vector<service::WatchedRequest>> requests{};  ///< by restore of the list
    std::vector<service::WatchedDeletion> deletions{};
    Diagnostics notes{};
};

/// Opens them. `folder` as in LoadedScenario. Errors: those of open_backfill() and io::read_key_events();
/// `request-before-start`: a table asks for a file, or deletes one, before the scenario begins.
[[nodiscard]] Result<OpenedService> open_service(const scenario::Scenario& scenario,
                                                 const std::string& folder,
                                                 const WorkloadOverrides& overrides = {});

}  // namespace firn::loading
