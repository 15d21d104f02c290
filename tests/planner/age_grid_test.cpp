#include "core/planner/age_grid.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <optional>
#include <vector>

using namespace firn;
using namespace firn::planner;
using namespace std::chrono_literals;

TEST_CASE("the grid of ages goes from 5 s to none and holds the scenario's own once", "[planner]") {
    CHECK(age_grid(30s).size() == 11);
    CHECK(age_grid(std::nullopt).size() == 11);
    const std::vector<MaxAge> grid = age_grid(12h);
    CHECK(grid.size() == 12);
    CHECK(grid.front() == MaxAge{5s});
    CHECK(grid.back() == std::nullopt);
    CHECK(std::count(grid.begin(), grid.end(), MaxAge{12h}) == 1);
}

TEST_CASE("no age is longer than any", "[planner]") {
    CHECK(is_shorter(MaxAge{1s}, std::nullopt));
    CHECK_FALSE(is_shorter(std::nullopt, MaxAge{1s}));
    CHECK_FALSE(is_shorter(std::nullopt, std::nullopt));
    CHECK(in_order({std::nullopt, 2s, 1s, 2s}) == std::vector<MaxAge>{1s, 2s, std::nullopt});
}

TEST_CASE("with ages the sizes are the doublings and the scenario's own", "[planner]") {
    CHECK(coarse_bundle_grid(Bytes{25'000'000}).size() == 12);
    CHECK(coarse_bundle_grid(Bytes::from_mib(4)).size() == 11);
    CHECK(coarse_bundle_grid(Bytes{1}).front() == Bytes{1});
    CHECK(coarse_bundle_grid(Bytes{1}).back() == Bytes::from_gib(1));
}
