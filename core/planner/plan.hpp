#pragma once

#include "core/backup/replay.hpp"
#include "core/diag/result.hpp"
#include "core/planner/age_choice.hpp"
#include "core/planner/age_grid.hpp"
#include "core/planner/cost_grades.hpp"
#include "core/planner/policy_runs.hpp"
#include "core/planner/recommendation.hpp"
#include "core/planner/size_outcome.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace firn::planner {

/// How far a plan has come.
struct PlanProgress {
    std::string stage;  ///< "36 bundle sizes", "108 pairs of size and age"
    backup::ReplayProgress replay;
};

struct PlanOptions {
    backup::Quantiles quantiles = backup::Quantiles::automatic;
    bool extend_horizon = false;
    unsigned threads = 1;
    /// The largest ages to try, each with every size of coarse_bundle_grid(). Empty: only the scenario's own,
    /// with the sizes of bundle_grid().
    std::vector<MaxAge> ages{};
    std::function<void(const PlanProgress&)> progress{};
    /// Keeps the runs of the sizes, for test_robustness().
    bool keep_runs = false;
    /// Of a scenario that asks for the whole service; empty: it reads nothing but its workload.
    OpenServiceFiles open_service{};
};

/// The plan as it was known when the scenario began: with the prices of that time held to the end.
struct HeldPlan {
    Instant prices_of{};
    std::vector<SizeOutcome> sizes;  ///< as Plan::sizes
    Recommendation recommendation;

    [[nodiscard]] const SizeOutcome& recommended() const { return sizes[recommendation.size]; }
};

/// Which bundle size suits a scenario, and what each of the others would mean.
struct Plan {
    std::vector<SizeOutcome> sizes;  ///< ascending; with several ages those of the recommended one
    Recommendation recommendation;
    SizeOutcome unbundled;         ///< every file an archive of its own
    pricing::Bill bill;            ///< of the recommended size, months with their lines (rounding `exact`)
    CostGrades grades;             ///< of that bill
    backup::ReplayResult replay;   ///< of the recommended size
    std::optional<HeldPlan> held;  ///< absent when no price that matters changes within the months,
                                   ///< or one was not known at the beginning
    std::vector<AgePlan> ages;     ///< ascending; empty when only the scenario's own age was tried
    PairChoice pair;               ///< among the ages, if there are any
    std::vector<PolicyRun> runs;   ///< of `sizes`, where they are to be kept

    /// The cheapest of all candidates.
    [[nodiscard]] const SizeOutcome& cheapest() const {
        return ages.empty() ? sizes[recommendation.cheapest]
                            : ages[pair.cheapest_age].sizes[pair.cheapest_size];
    }

    [[nodiscard]] const SizeOutcome& recommended() const { return sizes[recommendation.size]; }
};

/// Replays the workload with every size of the grid, or with every pair of size and age, prices each and
/// recommends one.
/// Errors: "workload-empty" (no file in the months), those of the workload, of backup::replay_sweep() and of
/// pricing::price().
[[nodiscard]] Result<Plan> make_plan(const scenario::Scenario& scenario, const OpenFiles& open,
                                     const pricing::PriceBook& book, const PlanOptions& options = {});

}  // namespace firn::planner
