#include "core/sim/quantile_sketch.hpp"

#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace firn;
using namespace firn::sim;

TEST_CASE("the rank of a quantile is rounded up", "[sim]") {
    static_assert(rank_of({500}, 1) == 1);
    CHECK(rank_of({500}, 4) == 2);
    CHECK(rank_of({500}, 5) == 3);
    CHECK(rank_of({950}, 20) == 19);
    CHECK(rank_of({990}, 1'000'000'000'000) == 990'000'000'000);
    CHECK(rank_of({1000}, 7) == 7);
}

namespace {

/// Adds each value as the time from some start to an end.
void add(QuantileSketch& sketch, const std::vector<std::uint64_t>& values) {
    const Duration end{Duration::max()};
    std::vector<Duration> starts;
    for (const std::uint64_t value : values) {
        starts.push_back(end - Duration{static_cast<std::int64_t>(value)});
    }
    sketch.add_until(end, starts);
}

}  // namespace

TEST_CASE("small values have buckets of their own in a sketch", "[sim]") {
    for (const InstructionSet set : available_instruction_sets()) {
        QuantileSketch sketch{kernels_of(set)};
        std::vector<std::uint64_t> values(512);
        std::iota(values.begin(), values.end(), 0);
        add(sketch, values);
        CHECK(sketch.value_at(1) == Duration{0});
        CHECK(sketch.value_at(256) == Duration{255});
        CHECK(sketch.value_at(257) == Duration{256});
        CHECK(sketch.value_at(301) == Duration{300});
        CHECK(sketch.value_at(512) == Duration{511});
    }
}

TEST_CASE("a bucket ends where the next begins", "[sim]") {
    for (std::size_t bucket = 0; bucket + 1 < kSketchBuckets; ++bucket) {
        CHECK(bucket_of(lower_edge(bucket)) == bucket);
        CHECK(bucket_of(upper_edge(bucket)) == bucket);
        CHECK(lower_edge(bucket + 1) == upper_edge(bucket) + 1);
    }
    CHECK(upper_edge(kSketchBuckets - 1) == ~std::uint64_t{0});
}

TEST_CASE("a sketch gives the upper edge of the bucket", "[sim]") {
    CHECK(upper_edge(bucket_of(1025)) == 1027);
    CHECK(upper_edge(bucket_of(1'000'000)) == 1'001'471);
}

TEST_CASE("a sketch is never below the exact quantile and at most 0.4 percent above", "[sim]") {
    std::vector<std::uint64_t> values;
    for (std::uint64_t n = 0; n < 10'000; ++n) {
        const std::uint64_t draw = firn::random::draw(1, n) >> 1U;
        values.push_back(draw >> (draw & 63U));
    }
    QuantileSketch sketch{kernels_of(InstructionSet::portable)};
    add(sketch, values);
    std::sort(values.begin(), values.end());
    for (std::uint64_t rank = 1; rank <= values.size(); ++rank) {
        const std::uint64_t exact = values[rank - 1];
        const auto found = static_cast<std::uint64_t>(sketch.value_at(rank).count());
        CHECK(found >= exact);
        CHECK(found - exact <= exact / 250);
    }
}

TEST_CASE("every instruction set counts durations of any length in their bucket", "[sim]") {
    for (const InstructionSet set : available_instruction_sets()) {
        // Pieces of every length, of durations below 2^bits: also where 32 and 52 bits end.
        for (const std::uint64_t bits : {8U, 9U, 24U, 25U, 31U, 32U, 33U, 51U, 52U, 53U, 63U}) {
            for (std::uint64_t length = 0; length <= 200; ++length) {
                CAPTURE(to_text(set), bits, length);
                std::vector<std::uint32_t> expected(kSketchBuckets);
                std::vector<Duration> starts;
                Duration longest{0};
                for (std::uint64_t n = 0; n < length; ++n) {
                    // Among them the longest, whose bits are all ones.
                    const std::uint64_t drawn =
                        n == length / 2 ? ~std::uint64_t{0} : firn::random::draw(bits, n);
                    const std::uint64_t value = drawn >> (64U - bits);
                    ++expected[bucket_of(value)];
                    longest = std::max(longest, Duration{static_cast<std::int64_t>(value)});
                    starts.push_back(Duration::max() - Duration{static_cast<std::int64_t>(value)});
                }
                std::vector<std::uint32_t> counters(kSketchCounters);
                REQUIRE(kernels_of(set).count_durations(Duration::max(), starts, counters) == longest);
                std::vector<std::uint32_t> found(kSketchBuckets);
                for (std::size_t i = 0; i < kSketchCounters; ++i) {
                    found[i / kSketchTurns] += counters[i];
                }
                const bool same = found == expected;
                REQUIRE(same);
            }
        }
    }
}
