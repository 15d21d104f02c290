#include "core/sim/task_team.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <new>
#include <thread>
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

TEST_CASE("what a task throws is thrown to the caller, and the team works on", "[sim]") {
    for (const unsigned threads : {1U, 2U, 4U}) {
        TaskTeam team{threads};
        const auto fail_at_seven = [](std::size_t i) {
            if (i == 7) throw std::bad_alloc{};
        };
        CHECK_THROWS_AS(team.run(20, fail_at_seven), std::bad_alloc);
        std::vector<std::size_t> done(20);
        team.run(done.size(), [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<std::size_t>(20, 1));
    }
}

TEST_CASE("the first task is the caller's", "[sim]") {
    TaskTeam team{3};
    for (int round = 0; round < 100; ++round) {
        std::thread::id first;
        team.run(8, [&](std::size_t i) {
            if (i == 0) first = std::this_thread::get_id();
        });
        REQUIRE(first == std::this_thread::get_id());
    }
}
