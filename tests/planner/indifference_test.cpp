#include "core/planner/indifference.hpp"
#include "core/planner/cheaper_but_missing.hpp"
#include "core/planner/recommendation.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

/// Sizes of 1, 2, 3, ... MiB: ten files in ten archives, 990 for storage and these costs for requests.
std::vector<SizeOutcome> outcomes(const std::vector<int>& requests) {
    std::vector<SizeOutcome> sizes;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        SizeOutcome outcome{};
        outcome.bundle_size = Bytes::from_mib(static_cast<std::int64_t>(i) + 1);
        outcome.files = 10;
        outcome.archives = 10;
        outcome.restore_read = Bytes{100};
        outcome.cost = Money{Rational{990 + requests[i]}};
        outcome.cost_by_charge = {{usage::ChargeType::storage, Money{Rational{990}}},
                                  {usage::ChargeType::requests, Money{Rational{requests[i]}}}};
        sizes.push_back(outcome);
    }
    return sizes;
}

void miss(SizeOutcome& outcome) { outcome.missed.push_back({"stored_within", "it takes too long"}); }

Plan plan_of(std::vector<SizeOutcome> sizes) {
    Plan plan{};
    plan.recommendation = recommend(sizes);
    plan.sizes = std::move(sizes);
    return plan;
}

}  // namespace

TEST_CASE("where every size costs the same and keeps each file alone, the size decides nothing",
          "[planner]") {
    const auto found = indifference_of(outcomes({10, 10, 10}));
    REQUIRE(found);
    CHECK(found->spread == 0);
    CHECK(found->is_each_alone);
    CHECK_FALSE(found->is_by_age);
    CHECK(found->is_filled);
    CHECK(found->untouched_share == 1);
}

// 1000 to 1010: 1 %. Storage is 990 of 1000, requests differ by 10, more than a thousandth of 1000.
TEST_CASE("costs up to 1 % apart decide nothing, and what the size does not touch is named", "[planner]") {
    const auto found = indifference_of(outcomes({20, 10}));
    REQUIRE(found);
    CHECK(found->spread == Rational{1, 100});
    CHECK(found->untouched == std::vector{usage::ChargeType::storage});
    CHECK(found->untouched_share == Rational{99, 100});
    CHECK(found->has_requests);
    CHECK_FALSE(indifference_of(outcomes({21, 10})));
}

TEST_CASE("what a restore reads makes the size matter when it more than doubles", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({10, 10});
    sizes[1].restore_read = Bytes{200};
    CHECK(indifference_of(sizes));
    sizes[1].restore_read = Bytes{201};
    CHECK_FALSE(indifference_of(sizes));
}

TEST_CASE("a target that only some sizes miss makes the size matter", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({10, 10});
    miss(sizes[1]);
    CHECK_FALSE(indifference_of(sizes));
    miss(sizes[0]);
    CHECK(indifference_of(sizes));
}

TEST_CASE("a single size is no choice", "[planner]") { CHECK_FALSE(indifference_of(outcomes({10}))); }

TEST_CASE("a cheaper size that misses a target is named", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({200, 100, 50, 60});
    miss(sizes[2]);
    miss(sizes[3]);
    const auto cheaper = cheaper_but_missing(plan_of(sizes));
    REQUIRE(cheaper);
    CHECK(cheaper->bundle_size == Bytes::from_mib(3));
    CHECK(recommend(sizes).limits[0].reason ==
          "1 MiB costs 9.17 % more than the cheapest size that meets the targets: requests +9.17 %.");
}

TEST_CASE("a size that misses a target and costs no less is not named", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({200, 100, 100});
    miss(sizes[2]);
    CHECK_FALSE(cheaper_but_missing(plan_of(sizes)));
    miss(sizes[0]);
    miss(sizes[1]);
    CHECK_FALSE(cheaper_but_missing(plan_of(sizes)));
}

// 3 MiB costs least, but one of its ten archives is not in the bill: 4 MiB is the one to name.
TEST_CASE("a size whose bill lacks archives is named only where there is no other", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({200, 100, 50, 60});
    miss(sizes[2]);
    miss(sizes[3]);
    sizes[2].archives_past_horizon = 1;
    CHECK(cheaper_but_missing(plan_of(sizes))->bundle_size == Bytes::from_mib(4));
    sizes[3].archives_past_horizon = 1;
    CHECK(cheaper_but_missing(plan_of(sizes))->bundle_size == Bytes::from_mib(3));
}
