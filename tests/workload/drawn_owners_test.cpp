#include "core/workload/drawn_owners.hpp"

#include "core/random/stream.hpp"
#include "tests/support/catch.hpp"
#include "tests/workload/keyed_source.hpp"
#include "tests/workload/source_text.hpp"

#include <algorithm>

using namespace firn::workload;

TEST_CASE("the owner of file n is draw n of a stream of its own, whatever the blocks", "[workload]") {
    const firn::random::Stream stream{7, "workload/owners"};
    const auto per_block = GENERATE(std::size_t{1}, std::size_t{3});
    const FileBlock block = all_of(with_drawn_owners(source_of({{0, 1}, {1, 2}, {2, 3}, {2, 4}}, per_block),
                                                     {.count = 1'000, .seed = 7}));
    CHECK(block.owners == std::vector{stream.below(0, 1'000), stream.below(1, 1'000), stream.below(2, 1'000),
                                      stream.below(3, 1'000)});
    CHECK(block.keys.empty());
}

TEST_CASE("owners of a backfill are drawn from 2^40 on", "[workload]") {
    const firn::random::Stream stream{1, "workload/owners"};
    const FileBlock block = all_of(
        with_drawn_owners(source_of({{0, 1}}), {.count = 1'000'000, .first_file = kFirstBackfillFile}));
    CHECK(block.owners == std::vector{stream.below(std::uint64_t{1} << 40U, 1'000'000)});
}

TEST_CASE("a single owner has all files", "[workload]") {
    const FileBlock block = all_of(with_drawn_owners(source_of({{0, 1}, {1, 2}}), {.count = 1}));
    CHECK(block.owners == std::vector<std::uint64_t>{0, 0});
}

TEST_CASE("owners are alike likely", "[workload]") {
    // 40,000 files, 4 owners: 10,000 each with a standard deviation of sqrt(40,000 x 1/4 x 3/4) = 87.
    const FileBlock block =
        all_of(with_drawn_owners(source_of(Files(40'000, File{0, 1}), 4'096), {.count = 4}));
    const auto owner = GENERATE(0U, 1U, 2U, 3U);
    const auto files = std::count(block.owners.begin(), block.owners.end(), owner);
    CHECK(files > 10'000 - 5 * 87);
    CHECK(files < 10'000 + 5 * 87);
}
