#include "core/workload/fixed_point.hpp"

#include "core/random/exponential.hpp"
#include "core/random/splitmix.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace firn::workload;

namespace {

/// A q32 value as a double, for comparison only.
double real(std::uint64_t q32) { return std::ldexp(static_cast<double>(q32), -32); }

}  // namespace

TEST_CASE("powers of two are exact to the last place", "[workload]") {
    CHECK(exp2_q32(0) == kOneQ32);
    CHECK(exp2_q32(std::int64_t{5} << 32) == std::uint64_t{32} << 32U);
    CHECK(exp2_q32(-(std::int64_t{32} << 32)) == 1);
    CHECK(exp2_q32(-(std::int64_t{33} << 32)) == 0);
    CHECK(exp2_q32(std::int64_t{30} << 32) == kMostQ32);
    // 2^0.5 = 1.41421356237...; rounded down to 2^-32.
    CHECK(exp2_q32(std::int64_t{1} << 31) == 6'074'000'999);
    for (int i = -200; i < 200; ++i) {
        const double x = i * 0.0437;
        const double expected = std::exp2(x);
        // One unit in the last place (2^-32) below, and 2^-31 of the value above 2.
        const double bound = std::ldexp(1.0, -32) + expected * std::ldexp(1.0, -31);
        CHECK(std::abs(real(exp2_q32(std::llround(std::ldexp(x, 32)))) - expected) <= bound);
    }
}

TEST_CASE("logarithms are exact to two units in the last place", "[workload]") {
    CHECK(log2_q32(kOneQ32) == 0);
    CHECK(log2_q32(kOneQ32 * 8) == std::int64_t{3} << 32);
    CHECK(log2_q32(1) == -(std::int64_t{32} << 32));
    for (std::uint64_t n = 1; n < 400; ++n) {
        const std::uint64_t value = firn::random::mix(n) >> (n % 60);
        const double expected = std::log2(static_cast<double>(value)) - 32;
        // A double of this size has errors of 2^-48.
        CHECK(std::abs(std::ldexp(static_cast<double>(log2_q32(value)), -32) - expected) <=
              std::ldexp(2.0, -32) + 1e-12);
    }
}

TEST_CASE("square roots are rounded down", "[workload]") {
    CHECK(square_root(0) == 0);
    CHECK(square_root(24) == 4);
    CHECK(square_root(25) == 5);
    CHECK(square_root(firn::UInt128{1} << 126U) == std::uint64_t{1} << 63U);
}

TEST_CASE("an exponential draw is at most 3e-6 above its value", "[workload]") {
    for (std::uint64_t n = 0; n < 20'000; ++n) {
        const std::uint64_t bits = firn::random::mix(n) >> (n % 40) | 1U;
        const double expected = 64 - std::log2(static_cast<double>(bits));
        const double found = real(firn::random::minus_log2_q32(bits));
        CHECK((found > expected - 1e-8 && found < expected + 3e-6));
    }
}

TEST_CASE("exponential draws have the mean that they are scaled by", "[workload]") {
    constexpr std::uint64_t kDraws = 1'000'000;
    double sum = 0;
    for (std::uint64_t n = 0; n < kDraws; ++n)
        sum += real(firn::random::minus_log2_q32(firn::random::draw(7, n)));
    // Mean 1 / ln 2 = 1.442695, deviation as much: the mean of 10^6 is off by 0.00144 (1 sd), 0.0072 at 5 sd.
    CHECK(std::abs(sum / kDraws - 1.442695) < 0.0072);
}
