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

/// The sizes that are tried under another assumption: from the largest that is at most a quarter of the
/// recommended one to the smallest that is at least four times the cheapest. `recommended` and `cheapest` are
/// indices of the grid, the latter not the smaller.
///
///     {1, 2, 4, 8, 16, 32, 64} MiB, 8 MiB recommended, 8 MiB the cheapest:  {2, 4, 8, 16, 32} MiB
[[nodiscard]] std::vector<Bytes> near(const std::vector<Bytes>& grid, std::size_t recommended,
                                      std::size_t cheapest);

/// Files and their sizes half and double, more and fewer of them each year, deletions half and double where
/// there are any, prices of storage (overheads with it) and of requests at half and double, over the plan's
/// months: prices with all sizes of the plan and finer ones, the rest with the sizes near() the plan's
/// answer. Where the answer then lies at their edge, or none of them meets the targets, all sizes are tried:
/// what is left out is dearer as long as cost falls and then rises with size. A pass over the files for each
/// change of them, one for all prices. Of a plan with several largest ages, the recommended one counts.
/// Quickest with a plan that kept its runs.
///
/// Errors: those of run_policies() and pricing::price().
[[nodiscard]] Result<Robustness> test_robustness(const scenario::Scenario& scenario,
                                                 const pricing::PriceBook& book, const OpenFiles& open,
                                                 const PlanOptions& options, const Plan& plan);

}  // namespace firn::planner
