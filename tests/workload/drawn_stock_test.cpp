#include "core/workload/drawn_stock.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/keyed_source.hpp"

#include <algorithm>
#include <numeric>

using namespace firn;
using namespace firn::workload;

namespace {

Bytes sum_of(const FileBlock& block) {
    return std::accumulate(block.sizes.begin(), block.sizes.end(), Bytes{0});
}

}  // namespace

TEST_CASE("a drawn stock has its files and bytes exactly, all there at the start", "[workload]") {
    // 10,001 files of 12,345 bytes in the mean: 10,001 x 12,345 = 123,462,345 bytes.
    const FileBlock block = all_of(*drawn_stock({.files = 10'001, .mean_size = Bytes{12'345}}));
    CHECK(block.files() == 10'001);
    CHECK(sum_of(block) == Bytes{123'462'345});
    CHECK(std::all_of(block.arrivals.begin(), block.arrivals.end(),
                      [](Duration arrival) { return arrival == Duration{0}; }));
    CHECK(*std::min_element(block.sizes.begin(), block.sizes.end()) >= Bytes{1});
}

TEST_CASE("the sizes of a drawn stock are lognormal", "[workload]") {
    // Deviation 1.5: the median is the mean / e^(1.125) = 1,000,000 / 3.08 = 324,652.
    FileBlock block = all_of(*drawn_stock({.files = 40'000, .mean_size = Bytes{1'000'000}}));
    std::sort(block.sizes.begin(), block.sizes.end());
    CHECK(block.sizes[20'000] > Bytes{290'000});
    CHECK(block.sizes[20'000] < Bytes{360'000});
}

TEST_CASE("a drawn stock is that of its seed", "[workload]") {
    const DrawnStock stock{.files = 5, .mean_size = Bytes{1'000}, .seed = 3};
    CHECK(all_of(*drawn_stock(stock)).sizes == all_of(*drawn_stock(stock)).sizes);
    CHECK(all_of(*drawn_stock(stock)).sizes !=
          all_of(*drawn_stock({.files = 5, .mean_size = Bytes{1'000}, .seed = 4})).sizes);
}

TEST_CASE("a drawn stock may have one file, empty files or none", "[workload]") {
    CHECK(all_of(*drawn_stock({.files = 1, .mean_size = Bytes{7}})).sizes == std::vector{Bytes{7}});
    CHECK(all_of(*drawn_stock({.files = 2, .mean_size = Bytes{0}})).sizes == std::vector{Bytes{0}, Bytes{0}});
    CHECK(all_of(*drawn_stock({.files = 0, .mean_size = Bytes{7}})).files() == 0);
}

TEST_CASE("a drawn stock of more than 2^63 - 1 bytes is refused", "[workload]") {
    // 2 x 2^62 = 2^63.
    const auto stock = drawn_stock({.files = 2, .mean_size = Bytes{std::int64_t{1} << 62}});
    REQUIRE_FALSE(stock);
    CHECK(stock.error().front().code == "too-many-bytes");
}
