#include "core/planner/simulation.hpp"

#include "core/planner/months_priced.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/usage_of_replay.hpp"

#include <utility>

namespace firn::planner {

Result<Simulation> simulate(const scenario::Scenario& scenario, workload::FileSource& files,
                            const pricing::PriceBook& book, const SimulationOptions& options) {
    const auto priced = check_months_priced(scenario, book);
    if (!priced) return priced.error();
    backup::ReplayOptions replay_options = replay_options_of(scenario);
    replay_options.quantiles = options.quantiles;
    replay_options.extend_horizon = options.extend_horizon;
    auto replay = backup::replay(pipeline_of(scenario, book), replay_options, files, options.progress);
    if (!replay) return replay.error();
    usage::Usage usage = usage_of(*replay, scenario, book);
    auto bill = pricing::price(usage, book, options.pricing);
    if (!bill) return bill.error();
    return Simulation{std::move(replay).value(), std::move(usage), std::move(bill).value()};
}

}  // namespace firn::planner
