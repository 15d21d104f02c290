#include "core/planner/bundle_grid.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace firn;

TEST_CASE("the grid goes from 1 MiB to 1 GiB, from 4 MiB on in four steps a doubling", "[planner]") {
    const auto grid = planner::bundle_grid(Bytes::from_mib(1));
    REQUIRE(grid.size() == 35);
    CHECK(grid.front() == Bytes::from_mib(1));
    CHECK(grid[1] == Bytes::from_mib(2));
    CHECK(grid[2] == Bytes::from_mib(4));
    CHECK(grid[3] == Bytes::from_mib(5));
    CHECK(grid[6] == Bytes::from_mib(8));
    CHECK(grid[7] == Bytes::from_mib(10));
    CHECK(grid.back() == Bytes::from_gib(1));
    CHECK(std::is_sorted(grid.begin(), grid.end()));
}

TEST_CASE("the grid holds the scenario's own size, wherever it lies", "[planner]") {
    CHECK(planner::bundle_grid(Bytes{25'000'000}).size() == 36);
    CHECK(planner::bundle_grid(Bytes{1}).front() == Bytes{1});
    CHECK(planner::bundle_grid(Bytes::from_gib(5)).back() == Bytes::from_gib(5));
}
