#include "core/workload/size_mixture.hpp"

#include "core/random/splitmix.hpp"
#include "core/workload/fixed_point.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using firn::Bytes;
using firn::workload::Factor;
using firn::workload::SizeComponent;
using firn::workload::SizeMixture;

namespace {

using Shape = SizeComponent::Shape;

SizeComponent lognormal(std::int64_t median, std::int64_t deviation_millionths) {
    return {.shape = Shape::lognormal, .size = Bytes{median}, .deviation = {deviation_millionths}};
}

SizeComponent pareto(std::int64_t smallest, std::int64_t exponent_millionths, std::int64_t largest) {
    return {.shape = Shape::pareto,
            .size = Bytes{smallest},
            .exponent = {exponent_millionths},
            .largest = Bytes{largest}};
}

SizeComponent constant(std::int64_t size, Factor share = {}) {
    return {.share = share, .shape = Shape::constant, .size = Bytes{size}};
}

std::vector<std::int64_t> sizes_of(const SizeMixture& mixture, std::uint64_t draws) {
    std::vector<std::int64_t> sizes;
    for (std::uint64_t n = 0; n < draws; ++n)
        sizes.push_back(mixture.size(firn::random::draw(11, n)).count());
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

double mean_of(const std::vector<std::int64_t>& sizes) {
    double sum = 0;
    for (const std::int64_t size : sizes)
        sum += static_cast<double>(size);
    return sum / static_cast<double>(sizes.size());
}

/// Bits that stand for the quantile p of the only component.
std::uint64_t bits_of(double p) {
    const double tail = std::min(p > 0.5 ? 1 - p : p, 0.4999999);
    const auto bits = static_cast<std::uint64_t>(std::ldexp(tail, 64));
    return p > 0.5 ? bits : bits | std::uint64_t{1} << 63U;
}

}  // namespace

TEST_CASE("a constant component has one size", "[workload]") {
    const SizeMixture mixture{{constant(12'345)}};
    CHECK(mixture.size(0) == Bytes{12'345});
    CHECK(mixture.size(UINT64_MAX) == Bytes{12'345});
    CHECK(mixture.mean_q8() == 12'345U * 256);
}

TEST_CASE("lognormal quantiles are within 0.4 % of the curve", "[workload]") {
    const SizeMixture mixture{{lognormal(1'000'000, 1'500'000)}};
    // z of 0.5, 0.9, 0.99, 0.999 and 0.1: 0, 1.281552, 2.326348, 3.090232, -1.281552.
    CHECK(mixture.size(bits_of(0.5)).count() == Approx(1e6).epsilon(0.004));
    CHECK(mixture.size(bits_of(0.9)).count() == Approx(1e6 * std::exp(1.5 * 1.281552)).epsilon(0.004));
    CHECK(mixture.size(bits_of(0.99)).count() == Approx(1e6 * std::exp(1.5 * 2.326348)).epsilon(0.004));
    CHECK(mixture.size(bits_of(0.999)).count() == Approx(1e6 * std::exp(1.5 * 3.090232)).epsilon(0.004));
    CHECK(mixture.size(bits_of(0.1)).count() == Approx(1e6 * std::exp(-1.5 * 1.281552)).epsilon(0.004));
}

TEST_CASE("the mean of a lognormal component is that of the curve", "[workload]") {
    // exp(sd^2 / 2): 1.6487 for 1, 3.0802 for 1.5. The straight pieces lie up to 0.4 % above the curve.
    CHECK(static_cast<double>(SizeMixture{{lognormal(1'000'000, 1'000'000)}}.mean_q8()) / 256e6 ==
          Approx(1.64872).epsilon(0.004));
    CHECK(static_cast<double>(SizeMixture{{lognormal(1'000'000, 1'500'000)}}.mean_q8()) / 256e6 ==
          Approx(3.08022).epsilon(0.004));
}

TEST_CASE("a cut pareto component keeps within its bounds and to its curve", "[workload]") {
    const SizeMixture mixture{{pareto(300'000, 1'300'000, 50'000'000)}};
    const std::vector<std::int64_t> sizes = sizes_of(mixture, 100'000);
    CHECK(sizes.front() >= 300'000);
    CHECK(sizes.back() <= 50'000'000);
    // cut = (0.3 / 50)^1.3 = 0.0012931; the median exceeds half: 300 kB * (cut + 0.5 (1 - cut))^(-1/1.3).
    const double cut = std::pow(0.006, 1.3);
    CHECK(mixture.size(bits_of(0.5)).count() ==
          Approx(3e5 * std::pow(cut + 0.5 * (1 - cut), -1 / 1.3)).epsilon(0.004));
    CHECK(mixture.size(bits_of(0.99)).count() ==
          Approx(3e5 * std::pow(cut + 0.01 * (1 - cut), -1 / 1.3)).epsilon(0.004));
    // Mean 1.3 / 0.3 * 300 kB * (1 - 0.006^0.3) / (1 - cut) = 1,021,500 B.
    CHECK(static_cast<double>(mixture.mean_q8()) / 256 ==
          Approx(1.3 / 0.3 * 3e5 * (1 - std::pow(0.006, 0.3)) / (1 - cut)).epsilon(0.004));
}

TEST_CASE("drawn sizes have the mean that the mixture states", "[workload]") {
    const SizeMixture mixture{
        {lognormal(60'000, 1'000'000), lognormal(20'000, 1'600'000), pareto(300'000, 1'300'000, 50'000'000)},
        Bytes{700'000}};
    CHECK(mixture.mean_q8() / 256 == 699'999);
    const std::vector<std::int64_t> sizes = sizes_of(mixture, 2'000'000);
    // A third of the files is the tail, in which the sd is about four times its mean: the sd of a file is
    // below 4 means, that of the mean of 2 million below 4 / 1414 = 0.0028; five of them 0.014.
    CHECK(mean_of(sizes) == Approx(700'000).epsilon(0.014));
}

TEST_CASE("each component has its share of the files", "[workload]") {
    const SizeMixture mixture{{constant(1, {700'000}), constant(2, {250'000}), constant(3, {50'000})}};
    const std::vector<std::int64_t> sizes = sizes_of(mixture, 1'000'000);
    // sd of a count of 10^6 with p = 0.7: 458; with 0.05: 218. Five of them.
    CHECK(std::abs(std::count(sizes.begin(), sizes.end(), 1) - 700'000) < 2'300);
    CHECK(std::abs(std::count(sizes.begin(), sizes.end(), 3) - 50'000) < 1'100);
}

TEST_CASE("more than four components have their shares too", "[workload]") {
    std::vector<SizeComponent> components;
    for (std::int64_t size = 0; size < 16; ++size)
        components.push_back(constant(size));
    const std::vector<std::int64_t> sizes = sizes_of(SizeMixture{components}, 160'000);
    // 10,000 each, sd 97.
    for (std::int64_t size = 0; size < 16; ++size)
        CHECK(std::abs(std::count(sizes.begin(), sizes.end(), size) - 10'000) < 490);
}

TEST_CASE("sizes grow by the factor that they are told", "[workload]") {
    SizeMixture mixture{{constant(10'000)}};
    mixture.grow_to(firn::workload::kOneQ32 * 5 / 2);
    CHECK(mixture.size(42) == Bytes{25'000});
    mixture.grow_to(firn::workload::kOneQ32);
    CHECK(mixture.size(42) == Bytes{10'000});
    mixture.grow_to(firn::workload::kMostQ32);
    CHECK(mixture.size(42) == firn::workload::kLargestDrawnFile);
}
