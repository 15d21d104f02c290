#include "cli/simulation_run.hpp"

#include "cli/progress.hpp"
#include "cli/run_options.hpp"

#include <thread>
#include <utility>

namespace firn::cli {

namespace {

Result<Run> run_once(const ChosenScenario& chosen, const pricing::PriceBook& book, const RunSettings& wanted,
                     Console& console) {
    auto workload = loading::open_workload(chosen.scenario, chosen.folder, chosen.overrides);
    if (!workload) return workload.error();
    auto scenario = loading::with_stock(chosen.scenario, *workload);
    if (!scenario) return scenario.error();
    ProgressLine line{console, !wanted.quiet};
    planner::SimulationOptions settings;
    settings.quantiles = wanted.quantiles;
    settings.extend_horizon = chosen.extends_horizon();
    settings.pricing = wanted.pricing;
    settings.progress = [&](const backup::ReplayProgress& progress) {
        line.update("simulating", progress.files, share_done(chosen, progress));
    };
    auto simulation = planner::simulate(*scenario, workload->files, book, settings);
    if (!simulation) return simulation.error();
    return Run{std::move(scenario).value(), std::move(workload).value(), std::move(simulation).value()};
}

}  // namespace

Result<Run> run_simulation(ChosenScenario& chosen, const pricing::PriceBook& book,
                           const RunSettings& settings, Console& console) {
    chosen.overrides.read_ahead = settings.threads != 1 && std::thread::hardware_concurrency() > 1;
    auto first = run_once(chosen, book, settings, console);
    if (first || !loading::sort_and_repeat(first.error(), chosen.overrides)) return first;
    return run_once(chosen, book, settings, console);
}

}  // namespace firn::cli
