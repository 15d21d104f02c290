#include "core/sim/task_team.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <vector>

using firn::sim::TaskTeam;

TEST_CASE("a team does each task of each round once", "[sim]") {
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        TaskTeam team{threads};
        std::vector<std::size_t> done(50);
        for (std::size_t round = 1; round <= 200; ++round) {
            team.run(done.size(), [&](std::size_t i) { ++done[i]; });
            REQUIRE(done == std::vector<std::size_t>(50, round));
        }
    }
}

TEST_CASE("a round without tasks ends", "[sim]") {
    TaskTeam team{3};
    team.run(0, [](std::size_t) {});
    SUCCEED();
}
