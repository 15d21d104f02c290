#include "core/planner/cheaper_but_missing.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

/// Whether at least one archive in a hundred is complete only after the last month and missing in the bill.
bool is_bill_short(const SizeOutcome& outcome) {
    return outcome.archives_past_horizon * 100 > outcome.archives;
}

bool is_before(const SizeOutcome& a, const SizeOutcome& b) {
    if (is_bill_short(a) != is_bill_short(b)) return is_bill_short(b);
    return a.cost < b.cost;
}

}  // namespace

std::optional<SizeOutcome> cheaper_but_missing(const Plan& plan) {
    if (!plan.recommendation.targets_met) return std::nullopt;
    std::optional<SizeOutcome> found;
    const auto look_at = [&](const SizeOutcome& outcome) {
        if (outcome.meets_targets() || outcome.cost >= plan.cheapest().cost) return;
        if (!found || is_before(outcome, *found)) found = outcome;
    };
    for (const AgePlan& age : plan.ages)
        std::for_each(age.sizes.begin(), age.sizes.end(), look_at);
    std::for_each(plan.sizes.begin(), plan.sizes.end(), look_at);
    return found;
}

}  // namespace firn::planner
