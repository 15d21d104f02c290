#pragma once

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/planner/simulation.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"

#include <string>

namespace firn::cli {

/// What a run is asked for beside its scenario.
struct RunSettings {
    backup::Quantiles quantiles = backup::Quantiles::exact;
    pricing::PricingOptions pricing{};
    unsigned threads = 0;  ///< 0: all cores
    bool quiet = false;    ///< no progress
    // Of what is seen of a run besides its answer, where it goes; empty: nowhere.
    std::string series{};
    std::string failures{};
    bool keep_archive_sizes = false;  ///< planner::Simulation::archive_sizes
};

/// A run, and what it ran.
struct Run {
    scenario::Scenario scenario;  ///< with the archives of its trace, if there are any
    loading::OpenedWorkload workload;
    planner::Simulation simulation;
    std::string backfill{};    ///< how it was read; empty: there is none
    Diagnostics file_notes{};  ///< on the files that its service reads
};

/// What these settings mean for a run of this scenario; nothing of it is watched.
[[nodiscard]] planner::SimulationOptions options_of(const ChosenScenario& chosen,
                                                    const RunSettings& settings);

/// Threads that the settings allow, at least 1.
[[nodiscard]] unsigned threads_of(const RunSettings& settings);

/// Opens the scenario's files and runs it once; several threads may do so at once. Errors: those of
/// loading::open_workload(), loading::open_service() and planner::simulate().
[[nodiscard]] Result<Run> run_with(const ChosenScenario& chosen, const pricing::PriceBook& book,
                                   planner::SimulationOptions options);

/// Replays the scenario through the backup pipeline and bills it; a trace that turns out not to be sorted is
/// sorted. Errors: those of loading::open_workload(), loading::open_service(), planner::simulate() and of
/// writing.
[[nodiscard]] Result<Run> run_simulation(ChosenScenario& chosen, const pricing::PriceBook& book,
                                         const RunSettings& settings, Console& console);

}  // namespace firn::cli
