#pragma once

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/simulation_run.hpp"
#include "core/diag/result.hpp"
#include "core/planner/pool_table.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/time.hpp"

namespace firn::cli {

/// A scenario's pool table, and its run as it is.
struct PoolsRun {
    Run run;
    planner::PoolTable table;
};

/// Runs the scenario and, on the threads that the settings allow, all that its pool table asks for, with an
/// outage of this length. Errors: those of run_simulation().
[[nodiscard]] Result<PoolsRun> run_pools(ChosenScenario& chosen, const pricing::PriceBook& book,
                                         const RunSettings& settings, Duration outage, Console& console);

}  // namespace firn::cli
