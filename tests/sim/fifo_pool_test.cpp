#include "core/sim/fifo_pool.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::sim;

TEST_CASE("a FIFO pool gives the next customer the worker that is free first", "[sim]") {
    FifoPool pool{2};
    CHECK(pool.earliest_free() == Duration{0});
    pool.occupy_earliest(Duration{10});
    CHECK(pool.earliest_free() == Duration{0});
    pool.occupy_earliest(Duration{4});
    CHECK(pool.earliest_free() == Duration{4});
    pool.occupy_earliest(Duration{12});
    CHECK(pool.earliest_free() == Duration{10});
}

TEST_CASE("a pool of one worker serves one after the other", "[sim]") {
    FifoPool pool{1};
    pool.occupy_earliest(Duration{7});
    CHECK(pool.earliest_free() == Duration{7});
    pool.occupy_earliest(Duration{9});
    CHECK(pool.earliest_free() == Duration{9});
}

TEST_CASE("a pool keeps times of thousands of years", "[sim]") {
    FifoPool pool{1};
    const Duration late{std::int64_t{1} << 62U};
    pool.occupy_earliest(late);
    CHECK(pool.earliest_free() == late);
}

TEST_CASE("pools of any number of workers agree with a plain list", "[sim]") {
    std::vector<std::uint32_t> numbers_of_workers{256, 65'536};
    for (std::uint32_t workers = 1; workers <= 70; ++workers) {
        numbers_of_workers.push_back(workers);
    }
    for (const std::uint32_t workers : numbers_of_workers) {
        CAPTURE(workers);
        FifoPool pool{workers};
        std::vector<Duration> free(workers);
        for (std::uint64_t n = 0; n < 500; ++n) {
            const auto least = std::min_element(free.begin(), free.end());
            REQUIRE(pool.earliest_free() == *least);
            // Service times that often repeat.
            *least += Duration{static_cast<std::int64_t>(random::draw(workers, n) % 50)};
            pool.occupy_earliest(*least);
        }
    }
}
