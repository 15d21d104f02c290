#include "core/sim/event_queue.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <set>
#include <utility>

using namespace firn;
using namespace firn::sim;

TEST_CASE("events come by instant, and those of one instant by order", "[sim]") {
    EventQueue<char> queue;
    queue.push(Duration{20}, 0, 'd');
    queue.push(Duration{10}, 7, 'c');
    queue.push(Duration{10}, 3, 'b');
    queue.push(Duration{0}, 9, 'a');
    CHECK(queue.next_at() == Duration{0});
    CHECK(queue.next().order() == 9);
    CHECK(queue.pop() == 'a');
    CHECK(queue.pop() == 'b');
    CHECK(queue.pop() == 'c');
    CHECK(queue.next_at() == Duration{20});
    CHECK(queue.pop() == 'd');
}

TEST_CASE("an empty queue has its next event never", "[sim]") {
    EventQueue<char> queue;
    CHECK(queue.empty());
    CHECK(queue.next_at() == Duration::max());
    queue.push(Duration{5}, 0, 'a');
    CHECK(queue.size() == 1);
    CHECK(queue.pop() == 'a');
    CHECK(queue.next_at() == Duration::max());
}

TEST_CASE("a queue orders by all bits of instant and order", "[sim]") {
    EventQueue<char> queue;
    queue.push(Duration::max(), 0, 'c');
    queue.push(Duration{0}, ~std::uint64_t{0}, 'b');
    queue.push(Duration{0}, std::uint64_t{1} << 63U, 'a');
    CHECK(queue.pop() == 'a');
    CHECK(queue.next().order() == ~std::uint64_t{0});
    CHECK(queue.pop() == 'b');
    CHECK(queue.pop() == 'c');
}

TEST_CASE("a queue agrees with a sorted set while events come and go", "[sim]") {
    EventQueue<std::uint64_t> queue;
    std::set<std::pair<Duration, std::uint64_t>> sorted;
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        // Instants that often repeat. The queue grows to some thousands of events, then empties.
        const Duration at{static_cast<std::int64_t>(random::draw(1, n) % 500)};
        queue.push(at, n, n);
        sorted.insert({at, n});
        const std::uint64_t taken = random::draw(2, n) % (n < 10'000 ? 2 : 4);
        for (std::uint64_t i = 0; i < taken && !sorted.empty(); ++i) {
            REQUIRE(queue.next_at() == sorted.begin()->first);
            REQUIRE(queue.pop() == sorted.begin()->second);
            sorted.erase(sorted.begin());
        }
        REQUIRE(queue.size() == sorted.size());
    }
}
