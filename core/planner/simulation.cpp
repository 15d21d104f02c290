#include "core/planner/simulation.hpp"

#include "core/planner/months_priced.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/policy_runs.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/planner/usage_of_replay.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace firn::planner {

namespace {

Result<Simulation> priced(Simulation simulation, const scenario::Scenario& scenario,
                          const pricing::PriceBook& book, const pricing::PricingOptions& options) {
    auto bill = pricing::price(simulation.usage, book, options);
    if (!bill) return bill.error();
    simulation.bill = std::move(bill).value();
    simulation.grades = grades_of(simulation.bill, scenario, book);
    return simulation;
}

Result<Simulation> simulate_service(const scenario::Scenario& scenario, workload::FileSource& files,
                                    const pricing::PriceBook& book, const backup::ReplayOptions& replay,
                                    const SimulationOptions& options) {
    std::vector<Bytes> sizes;
    auto run = run_whole_service(scenario, book, service_of(scenario, book, options.service_files), replay,
                                 {.live = files,
                                  .backfill = options.service_files.backfill,
                                  .on_failure = options.on_failure,
                                  .progress = options.progress,
                                  .is_cancelled = options.is_cancelled,
                                  .compare_backfill = options.compare_backfill,
                                  .archive_sizes = options.keep_archive_sizes ? &sizes : nullptr,
                                  .series = options.series});
    if (!run) return run.error();
    return Simulation{.replay = std::move(run->replay),
                      .usage = std::move(run->usage),
                      .bill = {},
                      .service = std::move(run->service),
                      .archive_sizes = std::move(sizes)};
}

/// The replay of a pipeline, and where they are asked for the sizes of its archives.
Result<backup::ReplayResult> replay_of(const backup::PipelineSettings& pipeline,
                                       const backup::ReplayOptions& replay, workload::FileSource& files,
                                       const SimulationOptions& options, std::vector<Bytes>& sizes) {
    if (!options.keep_archive_sizes) return backup::replay(pipeline, replay, files, options.progress);
    const std::vector<backup::BundlePolicy> policy{
        {pipeline.bundle_size, pipeline.max_age, pipeline.packing}};
    std::vector<std::pair<Duration, Bytes>> sent;
    const std::vector<backup::SentArchiveCallback> on_sent{[&sent](const backup::SentArchive& one) {
        if (sent.size() <= service::kMostArchiveSizes) sent.emplace_back(one.done, one.archive);
    }};
    auto results = backup::replay_sweep(pipeline, policy, replay, files, options.progress, on_sent);
    if (!results) return results.error();
    if (sent.size() > service::kMostArchiveSizes) return std::move(results->front());
    std::stable_sort(sent.begin(), sent.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [done, bytes] : sent)
        sizes.push_back(bytes);
    return std::move(results->front());
}

}  // namespace

Result<Simulation> simulate(const scenario::Scenario& scenario, workload::FileSource& files,
                            const pricing::PriceBook& book, const SimulationOptions& options) {
    const auto can_be_priced = check_months_priced(scenario, book);
    if (!can_be_priced) return can_be_priced.error();
    backup::ReplayOptions replay_options = replay_options_of(scenario);
    replay_options.quantiles = options.quantiles;
    replay_options.extend_horizon = options.extend_horizon;
    if (options.watch || scenario::asks_for_service(scenario)) {
        auto simulation = simulate_service(scenario, files, book, replay_options, options);
        if (!simulation) return simulation;
        return priced(std::move(simulation).value(), scenario, book, options.pricing);
    }
    std::vector<Bytes> sizes;
    auto replay = replay_of(pipeline_of(scenario, book), replay_options, files, options, sizes);
    if (!replay) return replay.error();
    usage::Usage usage = usage_of(*replay, scenario, book);
    return priced({.replay = std::move(replay).value(),
                   .usage = std::move(usage),
                   .bill = {},
                   .archive_sizes = std::move(sizes)},
                  scenario, book, options.pricing);
}

}  // namespace firn::planner
