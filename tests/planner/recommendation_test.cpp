#include "core/planner/recommendation.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

/// Sizes of 1, 2, 3, ... MiB with these costs; the indices in `missing` miss a target.
std::vector<SizeOutcome> outcomes(const std::vector<int>& costs,
                                  const std::vector<std::size_t>& missing = {}) {
    std::vector<SizeOutcome> sizes;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        SizeOutcome outcome{};
        outcome.bundle_size = Bytes::from_mib(static_cast<std::int64_t>(i) + 1);
        outcome.cost = Money{Rational{costs[i]}};
        sizes.push_back(outcome);
    }
    for (const std::size_t i : missing)
        sizes[i].missed.push_back({"stored_within", "it takes too long"});
    return sizes;
}

Bytes mib(int n) { return Bytes::from_mib(n); }

}  // namespace

TEST_CASE("the smallest size within 1 % of the cheapest is recommended", "[planner]") {
    // 1 % above 1000 is 1010: the third size is just within it, the second is not.
    const Recommendation choice = recommend(outcomes({1100, 1011, 1010, 1000, 1005}));
    CHECK(choice.size == 2);
    CHECK(choice.cheapest == 3);
    CHECK(choice.flat_1pct == FlatRegion{mib(3), mib(5)});
    CHECK(choice.flat_5pct == FlatRegion{mib(2), mib(5)});
}

TEST_CASE("sizes that miss a target are no candidates", "[planner]") {
    const Recommendation choice = recommend(outcomes({1000, 900, 800, 700}, {2, 3}));
    CHECK(choice.size == 1);
    CHECK(choice.cheapest == 1);
    CHECK(choice.targets_met);
    CHECK(choice.flat_1pct == FlatRegion{mib(2), mib(2)});
}

TEST_CASE("when no size meets the targets the cost alone decides and the answer says so", "[planner]") {
    const Recommendation choice = recommend(outcomes({1000, 900}, {0, 1}));
    CHECK(choice.size == 1);
    CHECK_FALSE(choice.targets_met);
}

TEST_CASE("the limits name what excludes the neighbours", "[planner]") {
    const Recommendation choice = recommend(outcomes({1100, 1000, 1000, 1000}, {3}));
    REQUIRE(choice.limits.size() == 2);
    CHECK(choice.limits[0].cause == "cost");
    CHECK(choice.limits[0].at == mib(1));
    CHECK(choice.limits[0].reason == "1 MiB costs 10.00 % more than the cheapest size.");
    CHECK(choice.limits[1].cause == "stored_within");
    CHECK(choice.limits[1].at == mib(4));
}

// 1 MiB costs 100 more than the cheapest: 130 more of requests, 30 less of storage.
TEST_CASE("what a neighbour costs more is told by charge and adds up", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({1100, 1000});
    sizes[0].cost_by_charge = {{usage::ChargeType::storage, Money{Rational{870}}},
                               {usage::ChargeType::requests, Money{Rational{230}}}};
    sizes[1].cost_by_charge = {{usage::ChargeType::storage, Money{Rational{900}}},
                               {usage::ChargeType::requests, Money{Rational{100}}}};
    const Limit smaller = recommend(sizes).limits[0];
    CHECK(smaller.extra == Money{Rational{100}});
    REQUIRE(smaller.extra_by_charge.size() == 2);
    CHECK(smaller.extra_by_charge[0].second + smaller.extra_by_charge[1].second == *smaller.extra);
    CHECK(smaller.reason ==
          "1 MiB costs 10.00 % more than the cheapest size: requests +13.00 %, storage -3.00 %.");
}

TEST_CASE("a size that a target excludes tells what it costs nevertheless", "[planner]") {
    const Limit larger = recommend(outcomes({1000, 900}, {1})).limits[1];
    CHECK(larger.cause == "stored_within");
    CHECK(larger.extra == Money{Rational{-100}});
}

TEST_CASE("where nothing is dearer, what a restore reads speaks against larger sizes", "[planner]") {
    std::vector<SizeOutcome> sizes = outcomes({1000, 1000});
    sizes[0].archives = 9;
    sizes[0].restore_read = Bytes{30'000'000};
    sizes[1].archives = 5;
    sizes[1].restore_read = Bytes{70'000'000};
    CHECK(recommend(sizes).limits[1].reason ==
          "Nothing speaks against larger bundles up to 2 MiB but what a restore reads: 70.0 MB on average, "
          "30.0 "
          "MB at 1 MiB.");
    sizes[1].archives = 9;
    CHECK(recommend(sizes).limits[1].reason == "Up to 2 MiB a larger size changes nothing.");
}

TEST_CASE("at the ends of the grid nothing is said to limit", "[planner]") {
    const Recommendation choice = recommend(outcomes({1000, 1000}));
    CHECK(choice.size == 0);
    CHECK(choice.limits[0].cause == "none");
    CHECK(choice.limits[1].cause == "none");
}

TEST_CASE("a workload that costs nothing has a recommendation, too", "[planner]") {
    const Recommendation choice = recommend(outcomes({0, 0, 1}));
    CHECK(choice.size == 0);
    CHECK(choice.limits[1].reason == "3 MiB costs more than the cheapest size.");
}
