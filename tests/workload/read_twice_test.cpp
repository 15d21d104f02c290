#include "core/workload/read_twice.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace firn::workload {

namespace {

/// So many blocks of two files, which say the number of the block.
FileSource blocks(std::int64_t count, std::int64_t* read) {
    return [count, read](FileBlock& block) -> Result<bool> {
        block.clear();
        if (*read == count) return false;
        ++*read;
        block.arrivals.assign(2, Duration{*read});
        block.sizes.assign(2, Bytes{*read});
        return true;
    };
}

/// The number of the next block; 0 at the end.
std::int64_t next_of(const FileSource& source) {
    FileBlock block;
    const auto more = source(block);
    REQUIRE(more);
    CHECK(*more == (block.files() == 2));
    return *more ? block.sizes[0].count() : 0;
}

}  // namespace

TEST_CASE("two have the same blocks, whoever is ahead, and each is read once", "[workload]") {
    std::int64_t read = 0;
    const TwoSources two = read_twice(blocks(3, &read));
    CHECK(next_of(two.first) == 1);
    CHECK(next_of(two.first) == 2);
    CHECK(read == 2);
    for (const std::int64_t expected : {1, 2, 3, 0})
        CHECK(next_of(two.second) == expected);
    CHECK(next_of(two.first) == 3);
    CHECK(next_of(two.first) == 0);
    CHECK(read == 3);
}

TEST_CASE("one goes on when the other is gone", "[workload]") {
    std::int64_t read = 0;
    TwoSources two = read_twice(blocks(3, &read));
    CHECK(next_of(two.second) == 1);
    two.second = {};
    for (const std::int64_t expected : {1, 2, 3, 0})
        CHECK(next_of(two.first) == expected);
}

TEST_CASE("both learn of an error", "[workload]") {
    const TwoSources two = read_twice(
        [](FileBlock&) -> Result<bool> { return failure({.code = "trace-cut-off", .what = "cut off"}); });
    FileBlock block;
    CHECK_FALSE(two.first(block));
    CHECK_FALSE(two.second(block));
}

}  // namespace firn::workload
