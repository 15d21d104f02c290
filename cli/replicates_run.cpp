#include "cli/replicates_run.hpp"

#include "cli/runs_done.hpp"
#include "core/report/run_figures.hpp"

#include <utility>

namespace firn::cli {

namespace {

Result<ReplicatesRun> run_once(const ChosenScenario& chosen, const pricing::PriceBook& book,
                               const RunSettings& settings, std::uint64_t runs, Console& console) {
    ReplicatesRun all;
    RunsDone done{console, !settings.quiet, runs};
    const auto one = [&](const scenario::Scenario& scenario,
                         std::uint64_t number) -> Result<std::vector<planner::Figure>> {
        ChosenScenario replicate = chosen;
        replicate.scenario = scenario;
        auto run = run_with(replicate, book, options_of(replicate, settings));
        if (!run) return std::move(run).error();
        done.add(run->simulation.replay.files);
        auto figures = report::figures_of({run->scenario, run->simulation, {}, {}});
        if (number == 0) all.first = std::move(run).value();
        return figures;
    };
    auto replicates = planner::run_replicates(chosen.scenario, runs, threads_of(settings), one);
    if (!replicates) return std::move(replicates).error();
    all.replicates = std::move(replicates).value();
    return all;
}

}  // namespace

Result<ReplicatesRun> run_replicates(ChosenScenario& chosen, const pricing::PriceBook& book,
                                     const RunSettings& settings, std::uint64_t runs, Console& console) {
    auto first = run_once(chosen, book, settings, runs, console);
    if (first || !loading::sort_and_repeat(first.error(), chosen.overrides)) return first;
    return run_once(chosen, book, settings, runs, console);
}

}  // namespace firn::cli
