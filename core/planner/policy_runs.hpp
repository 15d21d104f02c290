#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"
#include "core/service/service_run.hpp"
#include "core/usage/usage.hpp"
#include "core/workload/file_source.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace firn::planner {

/// Opens the scenario's workload from its first file. A plan reads it once, or twice when uploads lengthen
/// the horizon; once for each size where the whole service is run.
using OpenFiles = std::function<Result<workload::FileSource>()>;

/// Opens the files that the scenario's service reads beside its workload.
using OpenServiceFiles = std::function<Result<service::ServiceFiles>()>;

/// What a bundle policy does to a scenario.
struct PolicyRun {
    backup::ReplayResult replay;
    usage::Usage usage;
    /// Where the scenario asks for the whole service.
    std::optional<service::ServiceOutcome> service{};
};

/// A run for each policy, in their order. Plain pipelines are swept in one pass, and so are those of which
/// only the life of archives follows (service::can_follow_pass); otherwise each policy is a run of its own,
/// on any thread. The results do not depend on it.
///
/// Errors: those of opening, of backup::replay_sweep() and service::run_service().
[[nodiscard]] Result<std::vector<PolicyRun>> run_policies(
    const scenario::Scenario& scenario, const pricing::PriceBook& book, const OpenFiles& open,
    const OpenServiceFiles& open_service, std::span<const backup::BundlePolicy> policies,
    const backup::ReplayOptions& options, const backup::ReplayProgressCallback& progress);

/// One run of the whole service. Errors: those of service::run_service().
[[nodiscard]] Result<PolicyRun> run_whole_service(const scenario::Scenario& scenario,
                                                  const pricing::PriceBook& book,
                                                  const service::ServiceSettings& settings,
                                                  const backup::ReplayOptions& options,
                                                  service::ServiceStreams streams);

}  // namespace firn::planner
