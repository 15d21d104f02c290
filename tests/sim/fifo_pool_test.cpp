#include "core/sim/fifo_pool.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

TEST_CASE("a FIFO pool gives the next customer the worker that is free first", "[sim]") {
    FifoPool<NarrowKeys> pool{2};
    CHECK(pool.earliest_free() == Duration{0});
    pool.occupy_earliest(Duration{10}, 1);
    CHECK(pool.earliest_free() == Duration{0});
    pool.occupy_earliest(Duration{4}, 2);
    CHECK(pool.earliest_free() == Duration{4});
    pool.occupy_earliest(Duration{12}, 3);
    CHECK(pool.earliest_free() == Duration{10});
}

TEST_CASE("a pool of one worker serves one after the other", "[sim]") {
    FifoPool<WideKeys> pool{1};
    pool.occupy_earliest(Duration{7}, 1);
    CHECK(pool.earliest_free() == Duration{7});
    pool.occupy_earliest(Duration{9}, 2);
    CHECK(pool.earliest_free() == Duration{9});
}

namespace {

/// Serves customers with service times that often repeat and compares with the least of a plain list.
template <class Keys>
void compare_with_list(std::uint32_t workers) {
    CAPTURE(workers);
    FifoPool<Keys> pool{workers};
    std::vector<Duration> free(workers);
    for (std::uint64_t n = 0; n < 500; ++n) {
        const auto least = std::min_element(free.begin(), free.end());
        REQUIRE(pool.earliest_free() == *least);
        *least += Duration{static_cast<std::int64_t>(random::draw(workers, n) % 50)};
        pool.occupy_earliest(*least, n + 1);
    }
}

}  // namespace

TEST_CASE("pools of any number of workers agree with a plain list", "[sim]") {
    for (std::uint32_t workers = 1; workers <= 70; ++workers) {
        compare_with_list<NarrowKeys>(workers);
        compare_with_list<WideKeys>(workers);
    }
    compare_with_list<NarrowKeys>(65'536);
}

TEST_CASE("wide keys order equal times by occupation", "[sim]") {
    CHECK(WideKeys::key(Duration{5}, 1, 9) < WideKeys::key(Duration{5}, 2, 0));
    CHECK(WideKeys::key(Duration{5}, 2, 0) < WideKeys::key(Duration{6}, 0, 0));
}

TEST_CASE("keys give back their time and worker", "[sim]") {
    const NarrowKeys narrow{65'536};
    const NarrowKeys::Key key = narrow.key(Duration{123'456'789}, 0, 65'535);
    CHECK(narrow.time(key) == Duration{123'456'789});
    CHECK(narrow.worker(key) == 65'535);
    const WideKeys::Key wide = WideKeys::key(Duration::max(), std::uint64_t{1} << 43U, (1U << 20U) - 1);
    CHECK(WideKeys::time(wide) == Duration::max());
    CHECK(WideKeys::worker(wide) == (1U << 20U) - 1);
}

TEST_CASE("narrow keys fit up to their limit", "[sim]") {
    const NarrowKeys keys{65'536};
    const Duration last = keys.limit() - Duration{1};
    CHECK(keys.time(keys.key(last, 0, 65'535)) == last);
    CHECK(keys.key(last, 0, 65'535) < NarrowKeys::kNever);
}
