#include "cli/pools_run.hpp"

#include "cli/runs_done.hpp"
#include "cli/service_files.hpp"
#include "core/loading/open_service.hpp"

#include <utility>

namespace firn::cli {

Result<PoolsRun> run_pools(ChosenScenario& chosen, const pricing::PriceBook& book,
                           const RunSettings& settings, Duration outage, Console& console) {
    auto run = run_simulation(chosen, book, settings, console);
    if (!run) return std::move(run).error();
    scenario::Scenario scenario = run->scenario;
    scenario.months = static_cast<std::int64_t>(run->simulation.bill.periods.size());
    loading::WorkloadOverrides overrides = loading::with_columns(chosen.overrides, scenario);
    overrides.read_ahead = false;
    RunsDone done{console, !settings.quiet, std::nullopt};
    const auto watch = [&](const scenario::Scenario& changed,
                           std::optional<service::WatchedTime> watched) -> Result<planner::PoolRun> {
        auto workload = loading::open_workload(changed, chosen.folder, overrides);
        if (!workload) return std::move(workload).error();
        auto files = open_service_files(chosen, changed);
        if (!files) return files.error();
        files->stock = workload->stock_keys;
        auto pools = planner::watch_pools(changed, book, std::move(workload->files), *files,
                                          settings.quantiles, watched);
        done.add(run->simulation.replay.files);
        return pools;
    };
    auto table = planner::pool_table(scenario, outage, threads_of(settings), watch);
    if (!table) return std::move(table).error();
    return PoolsRun{std::move(run).value(), std::move(table).value()};
}

}  // namespace firn::cli
