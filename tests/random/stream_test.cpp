#include "core/random/stream.hpp"

#include "core/random/draws_ahead.hpp"
#include "core/random/text_hash.hpp"
#include "core/random/threefry_fill.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

using firn::random::Stream;

TEST_CASE("a stream gives the same numbers on every machine", "[random]") {
    const Stream stream{2012, "arrivals"};
    CHECK(stream.at(0) == 0xb1f2fc5890718c2f);
    CHECK(stream.at(1) == 0xf6f449764cec81aa);
    CHECK(stream.at(std::uint64_t{1} << 40U) == 0x0c09f135b2b14d80);
}

TEST_CASE("streams differ by seed and by name", "[random]") {
    const Stream stream{1, "arrivals"};
    CHECK(stream.at(0) != Stream{2, "arrivals"}.at(0));
    CHECK(stream.at(0) != Stream{1, "sizes"}.at(0));
    CHECK(stream.at(0) == Stream{1, "arrivals"}.at(0));
}

TEST_CASE("a bounded draw takes each value about equally often", "[random]") {
    // 6000 throws of a die: 1000 a side, standard deviation sqrt(6000 * 1/6 * 5/6) = 29.
    const Stream stream{7, "die"};
    std::array<int, 6> seen{};
    for (std::uint64_t n = 0; n < 6000; ++n) {
        ++seen.at(stream.below(n, 6));
    }
    for (const int count : seen) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
}

TEST_CASE("a bounded draw stays within a bound that is not far below 2^64", "[random]") {
    const std::uint64_t bound = (std::uint64_t{1} << 63U) + 1;
    const Stream stream{7, "large"};
    for (std::uint64_t n = 0; n < 100; ++n) {
        CHECK(stream.below(n, bound) < bound);
    }
}

TEST_CASE("a bound of one leaves no choice", "[random]") { CHECK(Stream{7, "one"}.below(3, 1) == 0); }

TEST_CASE("a draw between two numbers includes both", "[random]") {
    const Stream stream{7, "coin"};
    int ones = 0;
    for (std::uint64_t n = 0; n < 100; ++n) {
        const std::int64_t value = stream.between(n, -1, 1);
        CHECK(value >= -1);
        CHECK(value <= 1);
        ones += value == 1 ? 1 : 0;
    }
    CHECK(ones > 10);
}

TEST_CASE("a draw between the least and the largest number takes any number", "[random]") {
    const Stream stream{7, "any"};
    CHECK(stream.between(0, std::numeric_limits<std::int64_t>::min(),
                         std::numeric_limits<std::int64_t>::max()) !=
          stream.between(1, std::numeric_limits<std::int64_t>::min(),
                         std::numeric_limits<std::int64_t>::max()));
}

TEST_CASE("draws at once are those that are made one by one", "[random]") {
    const firn::random::Stream stream{7, "at once"};
    std::vector<std::uint64_t> draws(1001);
    stream.fill(12, draws);
    for (std::size_t i = 0; i < draws.size(); ++i)
        CHECK(draws[i] == stream.at(12 + i));
    // Nearly half of the draws are surplus under this bound, and drawn again.
    const std::uint64_t bound = (std::uint64_t{1} << 63U) + 1;
    stream.fill_below(12, bound, draws);
    for (std::size_t i = 0; i < draws.size(); ++i)
        CHECK(draws[i] == stream.below(12 + i, bound));
}

TEST_CASE("every so many draws at once, of any number, are those that are made one by one", "[random]") {
    const Stream stream{7, "in steps"};
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 40U}) {
        std::vector<std::uint64_t> draws(count);
        stream.fill(65, draws, 64);
        for (std::size_t i = 0; i < count; ++i)
            CHECK(draws[i] == stream.at(65 + 64 * i));
    }
}

TEST_CASE("draws at once are the same with each kind of instructions that the machine has", "[random]") {
    const Stream stream{7, "kinds"};
    for (const firn::random::ThreefryFill fill : firn::random::available_threefry_fills()) {
        for (const std::size_t count : {1U, 15U, 16U, 17U, 100U}) {
            std::vector<std::uint64_t> draws(count);
            fill({7, firn::random::text_hash("kinds")}, 65, 3, draws);
            for (std::size_t i = 0; i < count; ++i)
                CHECK(draws[i] == stream.at(65 + 3 * i));
        }
    }
}

TEST_CASE("draws ahead are those of the stream", "[random]") {
    const Stream stream{7, "some"};
    firn::random::DrawsAhead ahead{stream};
    for (const std::uint64_t n : {0U, 1U, 63U, 64U, 65U, 200U, 199U, 3U})
        CHECK(ahead.at(n) == stream.at(n));
}
