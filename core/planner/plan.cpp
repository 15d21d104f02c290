#include "core/planner/plan.hpp"

#include "core/planner/bundle_grid.hpp"
#include "core/planner/months_priced.hpp"
#include "core/planner/pipeline_of.hpp"
#include "core/planner/service_targets.hpp"
#include "core/pricing/held_prices.hpp"
#include "core/pricing/price.hpp"
#include "core/sim/task_team.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace firn::planner {

namespace {

using scenario::Scenario;

constexpr pricing::PricingOptions kExact{.rounding = pricing::Rounding::exact, .explain = false};

backup::ReplayProgressCallback stage_progress(const PlanOptions& options, std::string stage) {
    if (!options.progress) return {};
    return [&options, stage = std::move(stage)](const backup::ReplayProgress& replay) {
        options.progress({stage, replay});
    };
}

backup::ReplayOptions replay_options(const Scenario& scenario, const PlanOptions& options) {
    backup::ReplayOptions replay = replay_options_of(scenario);
    replay.quantiles = options.quantiles;
    replay.extend_horizon = options.extend_horizon;
    replay.threads = options.threads;
    return replay;
}

/// The ages to try, ascending.
std::vector<MaxAge> ages_of(const Scenario& scenario, const PlanOptions& options) {
    if (options.ages.empty()) return {scenario.pipeline.max_age};
    return in_order(options.ages);
}

/// A bundle has to fit on the staging disk.
std::vector<Bytes> sizes_of(const Scenario& scenario, const PlanOptions& options) {
    const Bytes own = scenario.pipeline.bundle_size;
    std::vector<Bytes> sizes = options.ages.empty() ? bundle_grid(own) : coarse_bundle_grid(own);
    if (const auto& staging = scenario.place.staging)
        std::erase_if(sizes, [&](Bytes size) { return size > *staging; });
    return sizes;
}

/// Age by age, each with all sizes; and last, for comparison, every file alone.
std::vector<backup::BundlePolicy> policies_of(const Scenario& scenario, const PlanOptions& options) {
    std::vector<backup::BundlePolicy> policies;
    for (const MaxAge& age : ages_of(scenario, options)) {
        for (const Bytes size : sizes_of(scenario, options))
            policies.push_back({size, age});
    }
    policies.push_back(
        {scenario.pipeline.bundle_size, scenario.pipeline.max_age, backup::Packing::each_alone});
    return policies;
}

Result<std::vector<PolicyRun>> replay_policies(const Scenario& scenario, const pricing::PriceBook& book,
                                               const OpenFiles& open,
                                               const backup::ReplayOptions& replay_options,
                                               const PlanOptions& options) {
    const std::vector<backup::BundlePolicy> policies = policies_of(scenario, options);
    const std::string_view what = options.ages.empty() ? "bundle sizes" : "pairs of size and age";
    return run_policies(scenario, book, open, options.open_service, policies, replay_options,
                        stage_progress(options, fmt::format("{} {}", policies.size() - 1, what)));
}

/// The longest of all horizons: sizes compare only over the same months.
int longest_horizon(const std::vector<PolicyRun>& runs) {
    std::size_t months = 0;
    for (const PolicyRun& run : runs)
        months = std::max(months, run.replay.months.size());
    return static_cast<int>(months);
}

struct Replays {
    std::vector<PolicyRun> policies;
    PolicyRun unbundled;
};

Result<Replays> replay_all(const Scenario& scenario, const pricing::PriceBook& book, const OpenFiles& open,
                           const PlanOptions& options) {
    backup::ReplayOptions settings = replay_options(scenario, options);
    while (true) {
        auto runs = replay_policies(scenario, book, open, settings, options);
        if (!runs) return runs.error();
        const int months = longest_horizon(*runs);
        if (months != settings.months) {
            settings.months = months;  // uploads ran past the horizon: once more, with one horizon for all
            continue;
        }
        PolicyRun unbundled = std::move(runs->back());
        runs->pop_back();
        return Replays{std::move(runs).value(), std::move(unbundled)};
    }
}

/// Every size suits a workload without files; to recommend one would be an answer to another question.
Diagnostics no_files(const Scenario& scenario) {
    const std::string first = to_text(BillingPeriod::containing(scenario.start));
    return failure({.code = "workload-empty",
                    .what = scenario.months == 1 ? fmt::format("no file arrives in {}", first)
                                                 : fmt::format("no file arrives in the {} months from {}",
                                                               scenario.months, first),
                    .expected = "a workload with files in the scenario's months",
                    .remedy = "move the start, or a trace to it (starts_at: scenario)"});
}

/// Likewise where files arrive, and none comes to be stored.
Diagnostics nothing_stored(const PolicyRun& run, const Scenario& scenario) {
    if (!run.service || run.service->pipeline.files.arrived == 0) return no_files(scenario);
    const service::FileStates& files = run.service->pipeline.files;
    return failure(
        {.code = "nothing-stored",
         .what = fmt::format("of {} files that arrive none is stored: {} are given up after failed "
                             "attempts, {} have vanished",
                             files.arrived, files.failed, files.vanished),
         .expected = "a pipeline that stores files",
         .remedy = "lower fetch_failure, upload_failure or vanished, or allow more attempts"});
}

struct PricedReplay {
    SizeOutcome outcome;
    pricing::Bill bill;
};

Result<PricedReplay> price_replay(const PolicyRun& run, const Scenario& scenario,
                                  const pricing::PriceBook& book) {
    auto bill = pricing::price(run.usage, book, kExact);
    if (!bill) return bill.error();
    SizeOutcome outcome = outcome_of(run.replay, *bill, scenario.targets);
    if (run.service) add_missed_targets(*run.service, scenario, outcome);
    outcome.risk = risk_of(run.replay, run.service, scenario);
    return PricedReplay{std::move(outcome), std::move(bill).value()};
}

struct PricedSizes {
    std::vector<SizeOutcome> outcomes;
    std::vector<pricing::Bill> bills;
};

Result<PricedSizes> price_sizes(std::span<const PolicyRun> runs, const Scenario& scenario,
                                const pricing::PriceBook& book, unsigned threads) {
    std::vector<std::optional<Result<PricedReplay>>> all(runs.size());
    sim::TaskTeam team{static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, runs.size()))};
    team.run(runs.size(), [&](std::size_t i) { all[i].emplace(price_replay(runs[i], scenario, book)); });
    PricedSizes sizes;
    for (std::optional<Result<PricedReplay>>& priced : all) {
        if (!*priced) return priced->error();
        sizes.outcomes.push_back(std::move((*priced)->outcome));
        sizes.bills.push_back(std::move((*priced)->bill));
    }
    return sizes;
}

/// Absent when it says what the plan says already, or when something that is used later had no price then.
std::optional<HeldPlan> held_plan(std::span<const PolicyRun> runs, const Scenario& scenario,
                                  const pricing::PriceBook& book, const Plan& plan, unsigned threads) {
    const Instant then = std::max(scenario.start, pricing::begin_of(book));
    auto held = price_sizes(runs, scenario, pricing::with_prices_of(book, then), threads);
    if (!held) return std::nullopt;
    const bool same = std::equal(held->outcomes.begin(), held->outcomes.end(), plan.sizes.begin(),
                                 [](const SizeOutcome& a, const SizeOutcome& b) { return a.cost == b.cost; });
    if (same) return std::nullopt;
    Recommendation recommendation = recommend(held->outcomes);
    return HeldPlan{then, std::move(held->outcomes), std::move(recommendation)};
}

/// The plan of each age, from outcomes age by age.
std::vector<AgePlan> by_age(std::vector<SizeOutcome> outcomes, const std::vector<MaxAge>& ages) {
    const std::size_t sizes = outcomes.size() / ages.size();
    std::vector<AgePlan> plans;
    auto next = std::make_move_iterator(outcomes.begin());
    for (const MaxAge& age : ages) {
        const auto end = next + static_cast<std::ptrdiff_t>(sizes);
        AgePlan plan{.max_age = age, .sizes = {next, end}, .recommendation = {}};
        plan.recommendation = recommend(plan.sizes);
        plans.push_back(std::move(plan));
        next = end;
    }
    return plans;
}

}  // namespace

Result<Plan> make_plan(const Scenario& scenario, const OpenFiles& open, const pricing::PriceBook& book,
                       const PlanOptions& options) {
    const auto has_prices = check_months_priced(scenario, book);
    if (!has_prices) return has_prices.error();
    auto replays = replay_all(scenario, book, open, options);
    if (!replays) return replays.error();
    if (replays->unbundled.replay.files == 0) return nothing_stored(replays->unbundled, scenario);
    auto priced = price_sizes(replays->policies, scenario, book, options.threads);
    if (!priced) return priced.error();
    auto unbundled = price_replay(replays->unbundled, scenario, book);
    if (!unbundled) return unbundled.error();
    std::vector<AgePlan> ages = by_age(std::move(priced->outcomes), ages_of(scenario, options));
    Plan plan;
    plan.unbundled = std::move(unbundled->outcome);
    plan.pair = choose_pair(ages);
    plan.sizes = ages[plan.pair.age].sizes;
    plan.recommendation = options.ages.empty() ? ages.front().recommendation : plan.pair.recommendation;
    const std::size_t first = plan.pair.age * plan.sizes.size();
    const std::size_t chosen = first + plan.recommendation.size;
    plan.held = held_plan(std::span{replays->policies}.subspan(first, plan.sizes.size()), scenario, book,
                          plan, options.threads);
    plan.bill = std::move(priced->bills[chosen]);
    plan.grades = grades_of(plan.bill, scenario, book);
    plan.replay = replays->policies[chosen].replay;
    if (options.keep_runs) {
        const auto begin = replays->policies.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + static_cast<std::ptrdiff_t>(plan.sizes.size());
        plan.runs.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
    }
    if (!options.ages.empty()) plan.ages = std::move(ages);
    return plan;
}

}  // namespace firn::planner
