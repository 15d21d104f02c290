#pragma once

#include "core/planner/age_grid.hpp"
#include "core/planner/recommendation.hpp"
#include "core/planner/size_outcome.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace firn::planner {

/// What a plan would be if bundles waited at most so long.
struct AgePlan {
    MaxAge max_age;
    std::vector<SizeOutcome> sizes;  ///< ascending
    Recommendation recommendation;   ///< among these sizes alone

    [[nodiscard]] const SizeOutcome& recommended() const { return sizes[recommendation.size]; }
};

/// Which pair of bundle size and largest age to take, and which is the cheapest.
///
/// Candidates are the pairs that meet all targets; if none does, all of them. Recommended is, among the
/// candidates within 1 % of the cheapest one, the smallest size, and of its ages the shortest.
struct PairChoice {
    std::size_t age = 0;            ///< index into the ages
    std::size_t cheapest_age = 0;   ///< likewise
    std::size_t cheapest_size = 0;  ///< index into that age's sizes
    Recommendation recommendation;  ///< for the sizes of `age`, measured by the cheapest pair
};

/// `ages` ascending, at least one; each with the same sizes.
[[nodiscard]] PairChoice choose_pair(std::span<const AgePlan> ages);

}  // namespace firn::planner
