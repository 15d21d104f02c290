#include "core/planner/age_choice.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

/// The age of so many minutes with sizes of 1, 2, 3, ... MiB at these costs; a negative one misses a target.
AgePlan age(int minutes, const std::vector<int>& costs) {
    AgePlan plan{.max_age = std::chrono::minutes{minutes}, .sizes = {}, .recommendation = {}};
    for (const int cost : costs) {
        SizeOutcome outcome{};
        outcome.bundle_size = Bytes::from_mib(static_cast<std::int64_t>(plan.sizes.size()) + 1);
        outcome.cost = Money{Rational{cost < 0 ? -cost : cost}};
        outcome.missed.resize(cost < 0 ? 1U : 0U);
        plan.sizes.push_back(outcome);
    }
    plan.recommendation = recommend(plan.sizes);
    return plan;
}

}  // namespace

TEST_CASE("of the pairs within 1 % of the cheapest the smallest size wins, then the shortest age",
          "[planner]") {
    // 1 % above 1000 is 1010. Of 1 MiB no pair is within it; of 2 MiB those of 2 and 3 minutes are.
    const PairChoice choice = choose_pair(
        std::vector{age(1, {1200, 1011, 1005}), age(2, {1100, 1010, 1004}), age(3, {1050, 1009, 1000})});
    CHECK(choice.age == 1);
    CHECK(choice.recommendation.size == 1);
    CHECK(choice.cheapest_age == 2);
    CHECK(choice.cheapest_size == 2);
}

TEST_CASE("a pair that misses a target is no candidate", "[planner]") {
    const PairChoice choice = choose_pair(std::vector{age(1, {1200, -900}), age(2, {-800, -700})});
    CHECK(choice.age == 0);
    CHECK(choice.recommendation.size == 0);
    CHECK(choice.cheapest_age == 0);
    CHECK(choice.recommendation.targets_met);
}

TEST_CASE("when no pair meets the targets the cost alone decides", "[planner]") {
    const PairChoice choice = choose_pair(std::vector{age(1, {-1200, -900}), age(2, {-800, -700})});
    CHECK(choice.age == 1);
    CHECK(choice.recommendation.size == 1);
    CHECK_FALSE(choice.recommendation.targets_met);
}

TEST_CASE("per cents of a pair are of the cheapest pair, not of its age's cheapest size", "[planner]") {
    // Within the first age alone 1 MiB would be taken: 1018 is within 1 % of 1008, but not of 1000.
    const PairChoice choice = choose_pair(std::vector{age(1, {1018, 1008}), age(2, {1020, 1000})});
    CHECK(choice.age == 0);
    CHECK(choice.recommendation.size == 1);
    CHECK(choice.recommendation.limits.front().reason == "1 MiB costs 1.80 % more than the cheapest pair.");
    CHECK(choice.recommendation.flat_5pct == FlatRegion{Bytes::from_mib(1), Bytes::from_mib(2)});
}
