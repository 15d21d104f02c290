#include "core/planner/age_choice.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

using Ages = std::span<const AgePlan>;

const SizeOutcome& cheapest_of(const AgePlan& plan) { return plan.sizes[plan.recommendation.cheapest]; }

bool meets_targets_anywhere(Ages ages) {
    return std::any_of(ages.begin(), ages.end(),
                       [](const AgePlan& a) { return a.recommendation.targets_met; });
}

/// The first age, from the shortest on, whose cheapest candidate costs least.
std::size_t find_cheapest(Ages ages, bool targets_met) {
    std::size_t best = ages.size();
    for (std::size_t i = 0; i < ages.size(); ++i) {
        if (targets_met && !ages[i].recommendation.targets_met) continue;
        if (best == ages.size() || cheapest_of(ages[i]).cost < cheapest_of(ages[best]).cost) best = i;
    }
    return best;
}

}  // namespace

PairChoice choose_pair(Ages ages) {
    const bool targets_met = meets_targets_anywhere(ages);
    PairChoice choice;
    choice.cheapest_age = find_cheapest(ages, targets_met);
    choice.cheapest_size = ages[choice.cheapest_age].recommendation.cheapest;
    const SizeOutcome& cheapest = cheapest_of(ages[choice.cheapest_age]);
    const auto is_candidate = [&](const SizeOutcome& outcome) {
        return (!targets_met || outcome.meets_targets()) && within_percent(outcome.cost, cheapest.cost, 1);
    };
    for (std::size_t size = 0; size < ages.front().sizes.size(); ++size) {
        const auto age = std::find_if(ages.begin(), ages.end(),
                                      [&](const AgePlan& a) { return is_candidate(a.sizes[size]); });
        if (age == ages.end()) continue;
        choice.age = static_cast<std::size_t>(age - ages.begin());
        choice.recommendation = recommend_against(age->sizes, cheapest);
        break;
    }
    return choice;
}

}  // namespace firn::planner
