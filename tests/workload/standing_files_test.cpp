#include "core/workload/standing_files.hpp"

#include "tests/support/catch.hpp"
#include "tests/workload/source_text.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using firn::Bytes;
using firn::Duration;
using firn::Instant;
using firn::workload::FileBlock;
using firn::workload::standing_archives;
using firn::workload::standing_files;
using firn::workload::Trace;

namespace {

/// Arrivals and sizes of all files.
Files files_of(const Trace& trace, Duration spread, std::int64_t copies) {
    const auto files = standing_files(trace, spread, copies);
    REQUIRE(files);
    Files all;
    FileBlock block;
    for (auto more = (*files)(block); *more; more = (*files)(block)) {
        for (std::size_t i = 0; i < block.files(); ++i)
            all.emplace_back(block.arrivals[i].count(), block.sizes[i].count());
    }
    return all;
}

}  // namespace

TEST_CASE("the files of a stock all arrive at the start, in the order of the trace", "[workload]") {
    CHECK(files_of(trace_of({{7, 1}, {9, 2}}), Duration{0}, 1) == Files{{0, 1}, {0, 2}});
}

TEST_CASE("a stock is taken up evenly over its spread", "[workload]") {
    // File k of 3 at floor(k * 10 / 3): 0, 3, 6.
    CHECK(files_of(trace_of({{7, 1}, {9, 2}, {9, 3}}), Duration{10}, 1) == Files{{0, 1}, {3, 2}, {6, 3}});
}

TEST_CASE("copies of a stock follow each other", "[workload]") {
    // File k of 4 at floor(k * 8 / 4).
    CHECK(files_of(trace_of({{7, 1}, {9, 2}}), Duration{8}, 2) == Files{{0, 1}, {2, 2}, {4, 1}, {6, 2}});
    CHECK(files_of(trace_of({}), Duration{8}, 2).empty());
}

TEST_CASE("archives are counted with their bytes, and those later than the start apart", "[workload]") {
    const auto all = standing_archives(trace_of({{7, 1}, {9, 2}, {8, 3}}), Instant{Duration{7}}, 2);
    REQUIRE(all);
    CHECK(all->archives == 6);
    CHECK(all->bytes == Bytes{12});
    CHECK(all->after_start == 4);
}

TEST_CASE("archives keep owners and keys of the trace, those of a copy are others", "[workload]") {
    const Trace trace{
        "rows.csv", []() -> firn::Result<firn::workload::TraceSource> {
            return firn::workload::TraceSource{
                [is_read = false](firn::workload::TraceBlock& block) mutable -> firn::Result<bool> {
                    block.clear();
                    if (std::exchange(is_read, true)) return false;
                    block.times = {Instant{}, Instant{}};
                    block.sizes = {Bytes{1}, Bytes{2}};
                    block.owners = {5, 6};
                    block.keys = {50, 60};
                    return true;
                }};
        }};
    const auto all = standing_archives(trace, Instant{}, 2);
    REQUIRE(all);
    const auto of_copy = [](std::uint64_t hash) { return firn::workload::hash_of_copy(hash, 1); };
    CHECK(all->known.owners == std::vector<std::uint64_t>{5, 6, of_copy(5), of_copy(6)});
    CHECK(all->known.keys == std::vector<std::uint64_t>{50, 60, of_copy(50), of_copy(60)});
}

TEST_CASE("archives of more than 2^63 - 1 bytes are refused", "[workload]") {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    CHECK(standing_archives(trace_of({{7, kMost}}), Instant{}, 1));
    const auto too_many = standing_archives(trace_of({{7, kMost}, {7, 1}}), Instant{}, 1);
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().front().code == "too-many-bytes");
    CHECK_FALSE(standing_archives(trace_of({{7, kMost}}), Instant{}, 2));
}
