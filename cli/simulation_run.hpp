#pragma once

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/planner/simulation.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"

namespace firn::cli {

/// What a run is asked for beside its scenario.
struct RunSettings {
    backup::Quantiles quantiles = backup::Quantiles::exact;
    pricing::PricingOptions pricing{};
    unsigned threads = 0;  ///< 0: all cores
    bool quiet = false;    ///< no progress
};

/// A run, and what it ran.
struct Run {
    scenario::Scenario scenario;  ///< with the archives of its trace, if there are any
    loading::OpenedWorkload workload;
    planner::Simulation simulation;
};

/// Replays the scenario through the backup pipeline and bills it; a trace that turns out not to be sorted is
/// sorted. Errors: those of loading::open_workload() and planner::simulate().
[[nodiscard]] Result<Run> run_simulation(ChosenScenario& chosen, const pricing::PriceBook& book,
                                         const RunSettings& settings, Console& console);

}  // namespace firn::cli
