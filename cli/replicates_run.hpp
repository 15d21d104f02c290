#pragma once

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/diag/result.hpp"
#include "core/planner/replicates.hpp"
#include "core/pricing/price_book.hpp"

#include <cstdint>

namespace firn::cli {

/// Runs that differ by their seed, and the first of them, which has the scenario's own.
struct ReplicatesRun {
    Run first;
    planner::Replicates replicates;
};

/// Runs `runs` replicates of the scenario on the threads that the settings allow; a trace that turns out not
/// to be sorted is sorted. Errors: those of run_simulation().
[[nodiscard]] Result<ReplicatesRun> run_replicates(ChosenScenario& chosen, const pricing::PriceBook& book,
                                                   const RunSettings& settings, std::uint64_t runs,
                                                   Console& console);

}  // namespace firn::cli
