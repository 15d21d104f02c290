#include "core/planner/indifference.hpp"

#include "core/planner/recommendation.hpp"

#include <algorithm>
#include <map>

namespace firn::planner {

namespace {

using Outcomes = std::span<const SizeOutcome>;

constexpr int kPercent = 1;
constexpr int kReadTimes = 2;
/// Charges that differ by at most this share of the whole cost count as untouched.
const Rational kHardly{1, 1000};

bool read_alike(Outcomes outcomes) {
    const auto [least, most] = std::minmax_element(
        outcomes.begin(), outcomes.end(),
        [](const SizeOutcome& a, const SizeOutcome& b) { return a.restore_read < b.restore_read; });
    return most->restore_read.count() <= least->restore_read.count() * kReadTimes;
}

bool meet_alike(Outcomes outcomes) {
    return std::all_of(outcomes.begin(), outcomes.end(), [&](const SizeOutcome& outcome) {
        return outcome.meets_targets() == outcomes.front().meets_targets();
    });
}

/// The cost of a charge at each size, nought where a size has none.
std::map<usage::ChargeType, std::vector<Money>> costs_by_charge(Outcomes outcomes) {
    std::map<usage::ChargeType, std::vector<Money>> costs;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        for (const auto& [charge, cost] : outcomes[i].cost_by_charge) {
            auto& of_charge = costs[charge];
            of_charge.resize(outcomes.size());
            of_charge[i] += cost;
        }
    }
    return costs;
}

void add_charges(Indifference& found, Outcomes outcomes, const Money& least) {
    Money untouched;
    for (const auto& [charge, costs] : costs_by_charge(outcomes)) {
        found.has_requests = found.has_requests || charge == usage::ChargeType::requests;
        const auto [low, high] = std::minmax_element(costs.begin(), costs.end());
        if ((*high - *low).amount() > least.amount() * kHardly) continue;
        found.untouched.push_back(charge);
        untouched += *low;
    }
    if (!least.is_zero()) found.untouched_share = untouched.amount() / least.amount();
}

}  // namespace

std::optional<Indifference> indifference_of(Outcomes outcomes) {
    const auto [cheapest, dearest] =
        std::minmax_element(outcomes.begin(), outcomes.end(),
                            [](const SizeOutcome& a, const SizeOutcome& b) { return a.cost < b.cost; });
    if (outcomes.size() < 2 || !within_percent(dearest->cost, cheapest->cost, kPercent)) return std::nullopt;
    if (!meet_alike(outcomes) || !read_alike(outcomes)) return std::nullopt;
    Indifference found;
    if (!cheapest->cost.is_zero()) found.spread = dearest->cost.amount() / cheapest->cost.amount() - 1;
    found.is_each_alone = std::all_of(outcomes.begin(), outcomes.end(), [](const SizeOutcome& outcome) {
        return outcome.archives == outcome.files;
    });
    found.is_by_age = outcomes.back().closed_by_age > 0;
    found.is_filled = outcomes.front().closed_by_age < outcomes.front().archives;
    add_charges(found, outcomes, cheapest->cost);
    return found;
}

}  // namespace firn::planner
