#include "core/io/external_sort.hpp"

#include "core/random/splitmix.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/file_size_limit.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

using namespace firn;
using io::sorted;
using io::SortOptions;
using workload::TraceBlock;
using workload::TraceSource;

namespace {

/// A source of these rows, in blocks of 100.
TraceSource source_of(const Rows& rows) {
    return [rows, next = std::size_t{0}](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        for (; next < rows.size() && block.rows() < 100; ++next) {
            block.times.emplace_back(Duration{rows[next].first});
            block.sizes.emplace_back(rows[next].second);
        }
        return block.rows() > 0;
    };
}

/// Rows whose times are drawn below `times`; the size is the row's number, so that the order of equals shows.
Rows drawn_rows(std::int64_t count, std::uint64_t times) {
    Rows rows;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint64_t draw = random::mix(static_cast<std::uint64_t>(i) + 1);
        rows.emplace_back(static_cast<std::int64_t>(draw % times), i);
    }
    return rows;
}

Rows sorted_by_the_library(Rows rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.first < b.first; });
    return rows;
}

Rows sorted_in(Bytes memory, const Rows& rows) {
    const auto source = sorted(source_of(rows), {.memory = memory, .folder = {}, .ties = {}});
    REQUIRE(source);
    const auto result = rows_of(*source);
    REQUIRE(result);
    return *result;
}

}  // namespace

TEST_CASE("rows are sorted by time whatever the memory", "[io]") {
    // 4 KiB: runs of 128 rows, merged 7 at a time. 50,000 rows: 391 runs, then 56, then 8, then 2, then one
    // merge while reading.
    const Bytes memory = GENERATE(Bytes{0}, Bytes::from_kib(1), Bytes::from_kib(4), Bytes::from_kib(100),
                                  Bytes::from_mib(1), Bytes::from_mib(64));
    const std::uint64_t times = GENERATE(1U, 3U, 1000U, 253'402'300'799'999'999U);
    const Rows rows = drawn_rows(50'000, times);
    CHECK(sorted_in(memory, rows) == sorted_by_the_library(rows));
}

TEST_CASE("rows of one time can be sorted by size, whatever the order in which they come", "[io]") {
    const Bytes memory = GENERATE(Bytes::from_kib(4), Bytes::from_mib(64));
    const SortOptions options{.memory = memory, .folder = {}, .ties = io::Ties::by_size};
    Rows rows = drawn_rows(20'000, 7);
    const auto one = rows_of(*sorted(source_of(rows), options));
    std::rotate(rows.begin(), rows.begin() + 777, rows.end());
    std::swap(rows[1], rows[9'000]);
    const auto other = rows_of(*sorted(source_of(rows), options));
    std::sort(rows.begin(), rows.end());
    CHECK(one.value() == rows);
    CHECK(other.value() == rows);
}

TEST_CASE("sorting takes any number of rows at the edges of the memory", "[io]") {
    // 1 KiB holds runs of 32 rows.
    const std::int64_t count = GENERATE(0, 1, 2, 31, 32, 33, 63, 64, 65, 96, 97, 224, 225);
    const Rows rows = drawn_rows(count, 10);
    CHECK(sorted_in(Bytes::from_kib(1), rows) == sorted_by_the_library(rows));
}

TEST_CASE("rows that are in order already, or go backwards, are sorted too", "[io]") {
    Rows rows = sorted_by_the_library(drawn_rows(20'000, 1'000'000));
    CHECK(sorted_in(Bytes::from_kib(16), rows) == rows);
    std::reverse(rows.begin(), rows.end());
    CHECK(sorted_in(Bytes::from_kib(16), rows) == sorted_by_the_library(rows));
}

TEST_CASE("a sorted trace is read from its source once and opened as often as asked", "[io]") {
    const Rows rows = drawn_rows(5'000, 1'000);
    const auto opened = std::make_shared<int>(0);
    const Bytes memory = GENERATE(Bytes::from_kib(4), Bytes::from_mib(64));
    const workload::Trace trace = io::sorted_trace({.name = "list",
                                                    .open = [=]() -> Result<TraceSource> {
                                                        ++*opened;
                                                        return source_of(rows);
                                                    }},
                                                   {.memory = memory, .folder = {}, .ties = {}});
    const auto first = trace.open();
    const auto second = trace.open();
    REQUIRE(first);
    REQUIRE(second);
    TraceBlock block;
    REQUIRE((*first)(block).value());
    CHECK(rows_of(*second).value() == sorted_by_the_library(rows));
    CHECK(rows_of(*trace.open()).value() == sorted_by_the_library(rows));
    CHECK(*opened == 1);
    CHECK(trace.name == "list");
}

TEST_CASE("what is wrong with the source is what is wrong with the sort", "[io]") {
    const TraceSource broken = [](TraceBlock&) -> Result<bool> {
        return failure({.code = "gzip-truncated"});
    };
    CHECK(codes_of(sorted(broken)) == Codes{"gzip-truncated"});
}

TEST_CASE("sorting leaves nothing in its folder, not even meanwhile", "[io]") {
    const TemporaryFolder folder;
    const auto source = sorted(source_of(drawn_rows(5'000, 100)),
                               {.memory = Bytes::from_kib(4), .folder = folder.path(), .ties = {}});
    REQUIRE(source);
    CHECK(folder.names().empty());
    CHECK(rows_of(*source).value().size() == 5'000);
}

TEST_CASE("a full disk ends the sort and leaves nothing behind", "[io]") {
    const TemporaryFolder folder;
    const FileSizeLimit limit{Bytes::from_kib(16)};  // 5,000 rows take 80,000 bytes
    const auto source = sorted(source_of(drawn_rows(5'000, 100)),
                               {.memory = Bytes::from_kib(4), .folder = folder.path(), .ties = {}});
    REQUIRE(codes_of(source) == Codes{"sort-disk-full"});
    CHECK(source.error().front().where.file == folder.path());
    CHECK(folder.names().empty());
}

TEST_CASE("a folder for sorting that does not exist is named", "[io]") {
    const TemporaryFolder folder;
    const auto source = sorted(source_of(drawn_rows(5'000, 100)),
                               {.memory = Bytes::from_kib(4), .folder = folder / "absent", .ties = {}});
    CHECK(codes_of(source) == Codes{"sort-failed"});
}

TEST_CASE("rows that fit into memory need no folder", "[io]") {
    CHECK(sorted(source_of(drawn_rows(5'000, 100)),
                 {.memory = Bytes::from_mib(1), .folder = "/nowhere", .ties = {}}));
}
