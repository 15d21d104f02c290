#include "core/planner/robustness.hpp"

#include "core/planner/pipeline_of.hpp"
#include "core/planner/recommendation.hpp"
#include "core/planner/scaled_files.hpp"
#include "core/planner/service_targets.hpp"
#include "core/pricing/price.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace firn::planner {

namespace {

using scenario::Scenario;
using usage::ChargeType;

constexpr pricing::PricingOptions kExact{.rounding = pricing::Rounding::exact, .explain = false};
constexpr std::int64_t kParts = 8;
constexpr std::int64_t kNear = 4;

std::vector<Bytes> grid_of(const Plan& plan) {
    std::vector<Bytes> grid;
    std::transform(plan.sizes.begin(), plan.sizes.end(), std::back_inserter(grid),
                   [](const SizeOutcome& outcome) { return outcome.bundle_size; });
    return grid;
}

/// Runs a scenario with bundle sizes and prices what they use.
class Trial {
  public:
    Trial(const pricing::PriceBook& book, const PlanOptions& options, const Plan& plan)
        : book_{book}, options_{options}, plan_{plan} {}

    [[nodiscard]] Result<std::vector<PolicyRun>> run(const Scenario& scenario, const OpenFiles& open,
                                                     const std::vector<Bytes>& sizes,
                                                     const std::string& stage) const {
        std::vector<backup::BundlePolicy> policies;
        for (const Bytes size : sizes)
            policies.push_back({size, plan_.recommended().max_age});
        backup::ReplayOptions replay = replay_options_of(scenario);
        replay.quantiles = options_.quantiles;
        replay.late_after = scenario.targets.stored_within.value_or(Duration::max());
        replay.threads = options_.threads;
        replay.extend_horizon = false;
        replay.months = static_cast<int>(plan_.bill.periods.size());
        const auto progress = [&](const backup::ReplayProgress& reached) {
            if (options_.progress) options_.progress({stage, reached});
        };
        return run_policies(scenario, book_, open, options_.open_service, policies, replay, progress);
    }

    [[nodiscard]] Result<std::vector<SizeOutcome>> outcomes(const std::vector<PolicyRun>& runs,
                                                            const Scenario& scenario,
                                                            const std::vector<usage::WhatIf>& changes) const {
        std::vector<SizeOutcome> outcomes;
        for (const PolicyRun& run : runs) {
            usage::Usage usage = run.usage;
            usage.billing.what_ifs.insert(usage.billing.what_ifs.end(), changes.begin(), changes.end());
            const auto bill = pricing::price(usage, book_, kExact);
            if (!bill) return bill.error();
            outcomes.push_back(outcome_of(run.replay, *bill, scenario.targets));
            if (run.service) add_missed_targets(*run.service, scenario, outcomes.back());
        }
        return outcomes;
    }

    /// What the scenario comes to with these files and sizes.
    [[nodiscard]] Result<std::vector<SizeOutcome>> try_sizes(const Scenario& scenario, const OpenFiles& open,
                                                             const std::vector<Bytes>& sizes,
                                                             const std::string& stage) const {
        const auto runs = run(scenario, open, sizes, stage);
        if (!runs) return runs.error();
        return outcomes(*runs, scenario, {});
    }

    [[nodiscard]] Movement movement(std::string assumption, const std::vector<SizeOutcome>& outcomes) const {
        const Recommendation recommendation = recommend(outcomes);
        const Bytes kept = plan_.recommended().bundle_size;
        const auto same = std::find_if(outcomes.begin(), outcomes.end(),
                                       [&](const SizeOutcome& o) { return o.bundle_size == kept; });
        const SizeOutcome& chosen = outcomes[recommendation.size];
        return {std::move(assumption), recommendation.targets_met, chosen.bundle_size, chosen.cost,
                same->cost};
    }

  private:
    const pricing::PriceBook& book_;
    const PlanOptions& options_;
    const Plan& plan_;
};

struct PriceChange {
    const char* assumption;
    std::vector<ChargeType> charges;
    Rational change;  ///< -1/2, 1
};

std::vector<PriceChange> price_changes() {
    const std::vector<ChargeType> storage{ChargeType::storage, ChargeType::overhead};
    return {{"storage at half the price", storage, Rational{-1, 2}},
            {"storage at twice the price", storage, Rational{1}},
            {"requests at half the price", {ChargeType::requests}, Rational{-1, 2}},
            {"requests at twice the price", {ChargeType::requests}, Rational{1}}};
}

/// Only charges that the book has: a what-if about another one is a mistake.
std::vector<usage::WhatIf> what_ifs_of(const PriceChange& change, const pricing::PriceBook& book) {
    std::vector<usage::WhatIf> what_ifs;
    for (const ChargeType charge : change.charges) {
        const bool is_there = std::any_of(book.tariffs.begin(), book.tariffs.end(),
                                          [&](const auto& tariff) { return tariff.charge == charge; });
        if (is_there) what_ifs.push_back({.charge = charge, .change = change.change});
    }
    return what_ifs;
}

/// Shares of files that die, so many times as large, at most all of them; the scenario has some.
Scenario with_deletions(Scenario scenario, const Rational& factor) {
    for (scenario::Deletions& deletions : scenario.life.changes->deletions)
        deletions.share = std::min(Rational{deletions.share * factor}, Rational{100});
    return scenario;
}

struct WorkloadChange {
    const char* assumption;
    FileChange files;
    std::optional<Rational> deletions{};
};

std::vector<WorkloadChange> workload_changes(const Scenario& scenario) {
    std::vector<WorkloadChange> changes{{"half as many files", FileChange::half_as_many},
                                        {"twice as many files", FileChange::twice_as_many},
                                        {"files come 25 % a year more", FileChange::more_each_year},
                                        {"files come 20 % a year fewer", FileChange::fewer_each_year},
                                        {"files half as large", FileChange::half_as_large},
                                        {"files twice as large", FileChange::twice_as_large}};
    if (scenario.life.changes && !scenario.life.changes->deletions.empty()) {
        changes.push_back({"half as many deletions", FileChange::none, Rational{1, 2}});
        changes.push_back({"twice as many deletions", FileChange::none, Rational{2}});
    }
    return changes;
}

/// The runs of the plan's sizes and of finer ones, ascending: what the plan has run is not run again.
Result<std::vector<PolicyRun>> finer_runs(const Trial& trial, const Scenario& scenario, const OpenFiles& open,
                                          const Plan& plan) {
    const std::vector<Bytes> grid = grid_of(plan);
    std::vector<Bytes> sizes = between(grid, {plan.recommendation.size, plan.recommendation.cheapest});
    if (plan.runs.empty()) sizes.insert(sizes.end(), grid.begin(), grid.end());
    auto runs = trial.run(scenario, open, sizes, "finer sizes");
    if (!runs) return runs.error();
    runs->insert(runs->end(), plan.runs.begin(), plan.runs.end());
    std::sort(runs->begin(), runs->end(), [](const PolicyRun& a, const PolicyRun& b) {
        return a.replay.bundle_size < b.replay.bundle_size;
    });
    return runs;
}

/// Whether the answer might lie beyond the sizes that were tried, of which the grid has more.
bool may_lie_beyond(const std::vector<SizeOutcome>& outcomes, const std::vector<Bytes>& grid) {
    if (outcomes.size() == grid.size()) return false;
    const Recommendation best = recommend(outcomes);
    const bool at_the_least = best.size == 0 && outcomes.front().bundle_size != grid.front();
    const bool at_the_most =
        best.cheapest + 1 == outcomes.size() && outcomes.back().bundle_size != grid.back();
    return !best.targets_met || at_the_least || at_the_most;
}

/// The movement under another workload: with sizes near those of the plan, and with all of them where these
/// do not show the answer.
Result<Movement> move_with(const Trial& trial, const Scenario& scenario, const OpenFiles& open,
                           const Plan& plan, const std::string& assumption) {
    const std::vector<Bytes> grid = grid_of(plan);
    auto outcomes = trial.try_sizes(
        scenario, open, near(grid, plan.recommendation.size, plan.recommendation.cheapest), assumption);
    if (outcomes && may_lie_beyond(*outcomes, grid))
        outcomes = trial.try_sizes(scenario, open, grid, assumption + ", all sizes");
    if (!outcomes) return outcomes.error();
    return trial.movement(assumption, *outcomes);
}

/// The plan's own assumptions with finer sizes, then its prices changed.
Result<Robustness> refine_and_reprice(const Trial& trial, const Scenario& scenario,
                                      const pricing::PriceBook& book, const OpenFiles& open,
                                      const Plan& plan) {
    const auto runs = finer_runs(trial, scenario, open, plan);
    if (!runs) return runs.error();
    const auto outcomes = trial.outcomes(*runs, scenario, {});
    if (!outcomes) return outcomes.error();
    const Recommendation best = recommend(*outcomes);
    Robustness result{.kept = plan.recommended().bundle_size,
                      .refined = (*outcomes)[best.size].bundle_size,
                      .refined_cost = (*outcomes)[best.size].cost,
                      .refined_cheapest = (*outcomes)[best.cheapest].bundle_size,
                      .refined_least = (*outcomes)[best.cheapest].cost,
                      .movements = {}};
    for (const PriceChange& change : price_changes()) {
        const auto repriced = trial.outcomes(*runs, scenario, what_ifs_of(change, book));
        if (!repriced) return repriced.error();
        result.movements.push_back(trial.movement(change.assumption, *repriced));
    }
    return result;
}

}  // namespace

std::vector<Bytes> between(const std::vector<Bytes>& grid, const std::vector<std::size_t>& around) {
    std::set<Bytes> finer;
    const auto divide = [&](std::size_t low) {
        const std::int64_t step = grid[low + 1].count() - grid[low].count();
        for (std::int64_t part = 1; part < kParts; ++part)
            finer.insert(Bytes{grid[low].count() + step * part / kParts});
    };
    for (const std::size_t i : around) {
        if (i > 0) divide(i - 1);
        if (i + 1 < grid.size()) divide(i);
    }
    for (const Bytes size : grid)
        finer.erase(size);
    return {finer.begin(), finer.end()};
}

std::vector<Bytes> near(const std::vector<Bytes>& grid, std::size_t recommended, std::size_t cheapest) {
    const auto is_below = [&](Bytes size) { return size * kNear <= grid[recommended]; };
    const auto is_within = [&](Bytes size) { return size < grid[cheapest] * kNear; };
    const auto above = std::find_if_not(grid.begin(), grid.end(), is_below);
    const auto first = above == grid.begin() ? above : above - 1;
    const auto beyond = std::find_if_not(first, grid.end(), is_within);
    return {first, beyond == grid.end() ? beyond : beyond + 1};
}

Result<Robustness> test_robustness(const Scenario& scenario, const pricing::PriceBook& book,
                                   const OpenFiles& open, const PlanOptions& options, const Plan& plan) {
    const Trial trial{book, options, plan};
    auto result = refine_and_reprice(trial, scenario, book, open, plan);
    if (!result) return result.error();
    for (const WorkloadChange& change : workload_changes(scenario)) {
        const Scenario changed_scenario =
            change.deletions ? with_deletions(scenario, *change.deletions) : scenario;
        auto movement =
            move_with(trial, changed_scenario, changed(open, change.files), plan, change.assumption);
        if (!movement) return movement.error();
        result->movements.push_back(std::move(movement).value());
    }
    return result;
}

}  // namespace firn::planner
