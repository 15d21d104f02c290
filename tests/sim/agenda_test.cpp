#include "core/sim/agenda.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <cstdint>
#include <set>
#include <utility>

using namespace firn;
using namespace firn::sim;

TEST_CASE("events of later hours come in their order, whenever they were known", "[sim]") {
    using std::chrono::hours, std::chrono::minutes;
    Agenda<char> agenda;
    CHECK(agenda.next_at() == Duration::max());
    agenda.push(hours{30}, 1, 'e');
    agenda.push(hours{3} + minutes{20}, 2, 'd');
    agenda.push(hours{3} + minutes{10}, 3, 'c');
    agenda.push(minutes{5}, 4, 'a');
    agenda.push(hours{3} + minutes{10}, 2, 'b');
    CHECK(agenda.next_at() == minutes{5});
    CHECK(agenda.next().order() == 4);
    for (const char expected : {'a', 'b', 'c', 'd', 'e'})
        CHECK(agenda.pop() == expected);
    CHECK(agenda.next_at() == Duration::max());
    agenda.push(hours{31}, 0, 'f');
    CHECK(agenda.next_at() == hours{31});
}

TEST_CASE("an agenda agrees with a sorted set while time goes on", "[sim]") {
    Agenda<std::uint64_t> agenda;
    std::set<std::pair<Duration, std::uint64_t>> sorted;
    Duration now{};
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        // From at once to 40 hours ahead, some up to half a year, on whole minutes, so that many meet and
        // some meet the hour.
        const std::uint64_t most = random::draw(4, n) % 16 == 0 ? 260'000 : 2400;
        const Duration at = now + std::chrono::minutes{random::draw(1, n) % (random::draw(3, n) % most + 1)};
        agenda.push(at, n, n);
        sorted.insert({at, n});
        const std::uint64_t taken = random::draw(2, n) % (n < 10'000 ? 2 : 4);
        for (std::uint64_t i = 0; i < taken && !sorted.empty(); ++i) {
            now = sorted.begin()->first;
            REQUIRE(agenda.next_at() == now);
            REQUIRE(agenda.next().order() == sorted.begin()->second);
            REQUIRE(agenda.pop() == sorted.begin()->second);
            sorted.erase(sorted.begin());
        }
        REQUIRE((agenda.next_at() == Duration::max()) == sorted.empty());
    }
}
