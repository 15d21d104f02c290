#include "core/workload/sorted_draws.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

using firn::random::Stream;
using firn::workload::SortedDraws;

namespace {

std::vector<std::uint64_t> draws(std::uint64_t seed, std::uint64_t count) {
    SortedDraws source{Stream{seed, "draws"}, count};
    std::vector<std::uint64_t> all;
    for (std::uint64_t i = 0; i < count; ++i)
        all.push_back(source.next());
    return all;
}

}  // namespace

TEST_CASE("draws come in ascending order, as many as asked for", "[workload]") {
    for (const std::uint64_t count : {1ULL, 2ULL, 31ULL, 32ULL, 33ULL, 64ULL, 65ULL, 1'000ULL, 100'000ULL}) {
        const auto all = draws(5, count);
        CHECK(all.size() == count);
        CHECK(std::is_sorted(all.begin(), all.end()));
    }
}

TEST_CASE("draws are spread evenly over the range", "[workload]") {
    // 2^20 draws in 64 parts: 16,384 a part with a standard deviation of 127; none is off by five of them.
    // Chi-squared of 63 degrees of freedom: mean 63, standard deviation 11.2.
    std::array<int, 64> parts{};
    for (const std::uint64_t draw : draws(9, 1U << 20U))
        ++parts.at(draw >> 58U);
    double chi_squared = 0;
    for (const int count : parts) {
        CHECK(std::abs(count - 16'384) < 5 * 127);
        chi_squared += (count - 16'384.0) * (count - 16'384.0) / 16'384.0;
    }
    CHECK(chi_squared > 63 - 4 * 11.2);
    CHECK(chi_squared < 63 + 4 * 11.2);
}

TEST_CASE("the lower half holds a binomial number of few draws", "[workload]") {
    // 4,000 times 40 draws: the mean of the number below the middle is 20 +- 3.16 / sqrt(4000) = 0.05, its
    // variance 10.
    double sum = 0;
    double squares = 0;
    for (std::uint64_t seed = 0; seed < 4'000; ++seed) {
        const auto all = draws(seed, 40);
        const auto below = std::lower_bound(all.begin(), all.end(), std::uint64_t{1} << 63U) - all.begin();
        sum += static_cast<double>(below);
        squares += static_cast<double>(below * below);
    }
    const double mean = sum / 4'000;
    CHECK(mean == Approx(20).margin(0.25));
    CHECK(squares / 4'000 - mean * mean == Approx(10).margin(1.2));
}

TEST_CASE("draws are the same on every machine", "[workload]") {
    CHECK(draws(1, 3) ==
          std::vector<std::uint64_t>{0x120e1b9f3d0bc5fe, 0x5a2a3a2a1a3de2c8, 0x5d4c95429d5cb2d0});
    CHECK(draws(1, 100)[50] == 0x704f7805f39670f8);
}
