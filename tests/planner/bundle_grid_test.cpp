#include "core/planner/bundle_grid.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace firn;

TEST_CASE("the grid goes from 1 MiB to 1 GiB in four steps a doubling", "[planner]") {
    const auto grid = planner::bundle_grid(Bytes::from_mib(1));
    REQUIRE(grid.size() == 41);
    CHECK(grid.front() == Bytes::from_mib(1));
    CHECK(grid[1] == Bytes{1'310'720});  // 1.25 MiB
    CHECK(grid[4] == Bytes::from_mib(2));
    CHECK(grid.back() == Bytes::from_gib(1));
    CHECK(std::is_sorted(grid.begin(), grid.end()));
}

TEST_CASE("the grid holds the scenario's own size, wherever it lies", "[planner]") {
    CHECK(planner::bundle_grid(Bytes{25'000'000}).size() == 42);
    CHECK(planner::bundle_grid(Bytes{1}).front() == Bytes{1});
    CHECK(planner::bundle_grid(Bytes::from_gib(5)).back() == Bytes::from_gib(5));
}
