#pragma once

#include "core/diag/result.hpp"
#include "core/planner/plan.hpp"
#include "core/planner/policy_runs.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// How much the recommended bundle size hinges on what was assumed (docs/bundle-size.md).
namespace firn::planner {

/// What the recommendation becomes under another assumption.
struct Movement {
    std::string assumption;  ///< "twice as many files", "storage at half the price"
    bool targets_met = true;
    Bytes recommended;
    Money cost;          ///< of the size recommended then
    Money cost_of_kept;  ///< of the size that the plan recommends, kept nevertheless
};

struct Robustness {
    Bytes kept;  ///< the size that the plan recommends
    /// Among the grid's sizes and seven more in each step next to the cheapest and the recommended one:
    Bytes refined;  ///< the recommended one
    Money refined_cost;
    Bytes refined_cheapest;
    Money refined_least;  ///< what the cheapest of them costs
    std::vector<Movement> movements;
};

/// Sizes that divide the grid's steps on both sides of these indices into eight, ascending, none of the
/// grid's own.
///
///     {4 MiB, 8 MiB, 16 MiB}, around 1:  4.5, 5, ... 7.5 MiB, 9, 10, ... 15 MiB
[[nodiscard]] std::vector<Bytes> between(const std::vector<Bytes>& grid,
                                         const std::vector<std::size_t>& around);

/// Files and their sizes half and double, deletions half and double where there are any, prices of storage
/// (overheads with it) and of requests at half and double: each with the sizes of the plan, over the plan's
/// months. A run for each change of the files, one for all prices. Of a plan with several largest ages, the
/// recommended one counts.
///
/// Errors: those of run_policies() and pricing::price().
[[nodiscard]] Result<Robustness> test_robustness(const scenario::Scenario& scenario,
                                                 const pricing::PriceBook& book, const OpenFiles& open,
                                                 const PlanOptions& options, const Plan& plan);

}  // namespace firn::planner
