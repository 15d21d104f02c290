#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/planner/cost_grades.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_files.hpp"
#include "core/service/service_run.hpp"
#include "core/units/bytes.hpp"
#include "core/usage/usage.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace firn::planner {

/// One run of a scenario: what the pipeline did, what the service metered, what it would bill.
struct Simulation {
    backup::ReplayResult replay;
    usage::Usage usage;
    pricing::Bill bill;
    CostGrades grades{};  ///< of the bill
    /// Where the scenario asks for more than the plain pipeline (scenario::asks_for_service).
    std::optional<service::ServiceOutcome> service{};
    /// Where they are asked for: of the archives that lie there when the months are over, in the order in
    /// which they were stored; in the plain pipeline those of the stock are not among them, and those that
    /// are complete only later are. None where they are more than service::kMostArchiveSizes.
    std::vector<Bytes> archive_sizes{};
};

/// What a run needs beside its scenario.
struct SimulationOptions {
    backup::Quantiles quantiles = backup::Quantiles::exact;
    /// Uploads that end past the horizon lengthen it.
    bool extend_horizon = false;
    pricing::PricingOptions pricing{};
    backup::ReplayProgressCallback progress{};
    // Of a run of the whole service:
    std::function<bool()> is_cancelled{};  ///< as that of service::ServiceStreams
    service::ServiceFiles service_files{};
    std::function<void(const service::Failure&)> on_failure{};
    /// Runs without the backfill as well until it is done, to tell what it did to live files.
    bool compare_backfill = false;
    service::ServiceSeries* series = nullptr;
    /// Goes from event to event though the scenario does not ask for it, so that there is something to see.
    bool watch = false;
    bool keep_archive_sizes = false;  ///< of at most service::kMostArchiveSizes; 24 bytes an archive
};

/// Runs a scenario with these files, in the gear that it asks for. Errors: those of the sources, of
/// backup::replay() and of pricing::price().
[[nodiscard]] Result<Simulation> simulate(const scenario::Scenario& scenario, workload::FileSource& files,
                                          const pricing::PriceBook& book,
                                          const SimulationOptions& options = {});

}  // namespace firn::planner
