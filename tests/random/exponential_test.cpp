#include "core/random/exponential.hpp"

#include "tests/support/catch.hpp"

#include <limits>

using namespace firn;
using firn::random::exponential;

TEST_CASE("an exponential time is the mean times ln 2 for the middle draw", "[random]") {
    // u = 1/2: -log2(u) is 1, and 1,000,000 x 0.693147 = 693,147.
    CHECK(exponential(std::uint64_t{1} << 63U, Duration{1'000'000}) == Duration{693'147});
}

TEST_CASE("an exponential time with any mean can be added to an instant", "[random]") {
    CHECK(exponential(0, Duration::max()) == random::kLongestDrawn);
    CHECK(exponential(std::uint64_t{1} << 63U, Duration::max()) == random::kLongestDrawn);
    CHECK(exponential(std::numeric_limits<std::uint64_t>::max(), Duration::max()) < random::kLongestDrawn);
}
