#include "core/workload/size_distribution.hpp"

#include "core/workload/normal_quantile_table.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

using firn::workload::kNormalQuantiles;
using firn::workload::size_weight;
using firn::workload::SizeDistribution;

namespace {

constexpr std::uint64_t kMedian = 1U << 16U;

double weight(int thousandths, std::uint64_t bits) {
    return static_cast<double>(size_weight(SizeDistribution::lognormal(thousandths), bits));
}

/// Random bits of the upper half whose tail is 2^-k: the tail is (2 bits + 1) / 2^65.
std::uint64_t bits_of_tail(unsigned k) { return std::uint64_t{1} << (64 - k); }

/// The probability that a standard normal deviate exceeds x.
double upper_tail(double x) { return std::erfc(x / std::sqrt(2.0)) / 2; }

}  // namespace

TEST_CASE("the table of normal quantiles agrees with the normal distribution", "[workload]") {
    for (std::size_t i = 0; i < kNormalQuantiles.size(); ++i) {
        const double tail = std::ldexp(1 + static_cast<double>(i % 16) / 16, -static_cast<int>(i / 16) - 2);
        const double deviate = std::ldexp(kNormalQuantiles.at(i), -24);
        CHECK(upper_tail(deviate) == Approx(tail).epsilon(1e-5));
    }
}

TEST_CASE("constant sizes all weigh the same", "[workload]") {
    for (const std::uint64_t bits : {0ULL, 1ULL, 1ULL << 63U, 0x123456789ABCDEFULL, ~0ULL}) {
        CHECK(size_weight(SizeDistribution::constant(), bits) == kMedian);
    }
}

TEST_CASE("half of the weights lie on either side of the median, as far in ratio", "[workload]") {
    // tail 1/4: deviate 0.67449; exp(1.5 * 0.67449) = 2.7506
    CHECK(weight(1'500, bits_of_tail(2)) / kMedian == Approx(2.7506).epsilon(1e-3));
    CHECK(weight(1'500, bits_of_tail(2) | 1ULL << 63U) / kMedian == Approx(1 / 2.7506).epsilon(1e-3));
}

TEST_CASE("weights follow the lognormal distribution between the entries of the tables", "[workload]") {
    for (unsigned i = 1; i < 1'000; ++i) {
        const std::uint64_t bits = static_cast<std::uint64_t>(i) << 53U;  // tail i / 2^10 / 2 + a little
        const double tail = (std::ldexp(static_cast<double>(bits), 1) + 1) / std::ldexp(1.0, 65);
        const double deviate = std::log(weight(1'000, bits) / kMedian);
        CHECK(upper_tail(deviate) == Approx(tail).epsilon(2e-3));
    }
}

TEST_CASE("a larger tail never weighs more", "[workload]") {
    double before = std::numeric_limits<double>::infinity();
    for (unsigned i = 0; i < 4'096; ++i) {
        const double now = weight(3'000, static_cast<std::uint64_t>(i) << 51U);
        CHECK(now <= before);
        before = now;
    }
}

TEST_CASE("the widest distribution stays within its limits", "[workload]") {
    const auto widest = SizeDistribution::lognormal(SizeDistribution::kWidestThousandths);
    CHECK(size_weight(widest, 0) < std::uint64_t{1} << 44U);
    CHECK(size_weight(widest, std::uint64_t{1} << 63U) == 1);
    CHECK(size_weight(widest, ~std::uint64_t{0}) == kMedian - 1);  // hardly below the median, rounded down
}

TEST_CASE("weights are the same on every machine", "[workload]") {
    const auto distribution = SizeDistribution::lognormal(1'500);
    // tail 0x123.../2^64 = 0.00444, deviate 2.6164: 65,536 * exp(1.5 * 2.6164) = 65,536 * 50.63; below the
    // median 65,536 / 50.63
    CHECK(size_weight(distribution, 0x0123456789ABCDEF) == 3'318'176);
    CHECK(size_weight(distribution, 0x8123456789ABCDEF) == 1'294);
    CHECK(size_weight(distribution, 0x00000000000000FF) == 881'645'754);
}
