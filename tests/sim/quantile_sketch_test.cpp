#include "core/sim/quantile_sketch.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace firn::sim;

TEST_CASE("the rank of a quantile is rounded up", "[sim]") {
    static_assert(rank_of({500}, 1) == 1);
    CHECK(rank_of({500}, 4) == 2);
    CHECK(rank_of({500}, 5) == 3);
    CHECK(rank_of({950}, 20) == 19);
    CHECK(rank_of({990}, 1'000'000'000'000) == 990'000'000'000);
    CHECK(rank_of({1000}, 7) == 7);
}

TEST_CASE("small values have buckets of their own in a sketch", "[sim]") {
    QuantileSketch sketch;
    for (std::uint64_t value = 0; value < 512; ++value) {
        sketch.add(value);
    }
    CHECK(sketch.value_at(1) == 0);
    CHECK(sketch.value_at(301) == 300);
    CHECK(sketch.value_at(512) == 511);
}

TEST_CASE("a bucket ends where the next begins", "[sim]") {
    for (std::size_t bucket = 0; bucket + 1 < std::size_t{57} * 256; ++bucket) {
        CHECK(QuantileSketch::bucket_of(QuantileSketch::upper_edge(bucket)) == bucket);
        CHECK(QuantileSketch::bucket_of(QuantileSketch::upper_edge(bucket) + 1) == bucket + 1);
    }
    CHECK(QuantileSketch::upper_edge(std::size_t{57} * 256 - 1) == ~std::uint64_t{0});
}

TEST_CASE("a sketch gives the upper edge of the bucket", "[sim]") {
    CHECK(QuantileSketch::upper_edge(QuantileSketch::bucket_of(1025)) == 1027);
    CHECK(QuantileSketch::upper_edge(QuantileSketch::bucket_of(1'000'000)) == 1'001'471);
}

TEST_CASE("a sketch is never below the exact quantile and at most 0.4 percent above", "[sim]") {
    QuantileSketch sketch;
    std::vector<std::uint64_t> values;
    for (std::uint64_t n = 0; n < 10'000; ++n) {
        const std::uint64_t draw = firn::random::draw(1, n);
        values.push_back(draw >> (draw & 63U));
        sketch.add(values.back());
    }
    std::sort(values.begin(), values.end());
    for (std::uint64_t rank = 1; rank <= values.size(); ++rank) {
        const std::uint64_t exact = values[rank - 1];
        CHECK(sketch.value_at(rank) >= exact);
        CHECK(sketch.value_at(rank) - exact <= exact / 250);
    }
}
