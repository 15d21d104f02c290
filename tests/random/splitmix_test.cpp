#include "core/random/splitmix.hpp"

#include "core/random/bounded.hpp"
#include "tests/support/catch.hpp"

using namespace firn::random;

TEST_CASE("the seed and the first draws of the reference workload are what its definition says", "[random]") {
    static_assert(seed(0) == 0x93186a09174022a3);
    CHECK(seed(0) == 0x93186a09174022a3);
    CHECK(draw(seed(0), 0) == 0x9a7d81d9e967120d);
    CHECK(draw(seed(0), 1) == 0x1591fd70fa4eb941);
    CHECK(draw(seed(0), 2) == 0x2b92d564de2dcb5c);
    CHECK(draw(seed(0), 3) == 0xe5fb9eb910f63d6c);
}

TEST_CASE("each replicate has a seed of its own", "[random]") { CHECK(seed(1) != seed(0)); }

TEST_CASE("a draw is scaled to the share of its bound that it is of 2^64", "[random]") {
    static_assert(scale(0, 100) == 0);
    static_assert(scale(~std::uint64_t{0}, 100) == 99);
    static_assert(scale(std::uint64_t{1} << 63U, 100) == 50);
    CHECK(scale(std::uint64_t{1} << 62U, 1000) == 250);
}
