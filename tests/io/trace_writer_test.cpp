#include "core/io/trace_writer.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using firn::Bytes;
using firn::Diagnostics;
using firn::Duration;
using firn::Instant;
using firn::Result;
using firn::io::TraceTimes;
using firn::io::write_trace;
using firn::workload::FileBlock;
using firn::workload::FileSource;

namespace {

/// The rows as files, in blocks of two.
FileSource files_of(const Rows& rows) {
    return [rows, next = std::size_t{0}](FileBlock& block) mutable -> Result<bool> {
        block.clear();
        for (; block.files() < 2 && next < rows.size(); ++next) {
            block.arrivals.push_back(Duration{rows[next].first});
            block.sizes.push_back(Bytes{rows[next].second});
        }
        return block.files() > 0;
    };
}

}  // namespace

TEST_CASE("a trace is written with microseconds since 1970", "[io]") {
    const TemporaryFolder folder;
    const auto rows = write_trace(folder / "a.csv", files_of({{105, 259'229}, {515, 8'734}, {515, 0}}),
                                  Instant{Duration{1'000}});
    REQUIRE(rows);
    CHECK(*rows == 3);
    CHECK(content_of(folder / "a.csv") == "timestamp_utc,size_bytes\n1105,259229\n1515,8734\n1515,0\n");
}

TEST_CASE("a trace is written with RFC 3339 times", "[io]") {
    const TemporaryFolder folder;
    REQUIRE(write_trace(folder / "a.csv", files_of({{1'500'000, 7}}), Instant{}, TraceTimes::rfc3339));
    CHECK(content_of(folder / "a.csv") == "timestamp_utc,size_bytes\n1970-01-01T00:00:01.5Z,7\n");
}

TEST_CASE("a source that fails leaves no trace", "[io]") {
    const TemporaryFolder folder;
    const FileSource failing = [](FileBlock&) -> Result<bool> {
        return firn::failure({.code = "broken", .what = "broken"});
    };
    CHECK(codes_of(write_trace(folder / "a.csv", failing, Instant{})) == Codes{"broken"});
    CHECK(folder.names().empty());
}

TEST_CASE("what is written reads back, plain and packed, in either form of time", "[io][property]") {
    const TemporaryFolder folder;
    CHECK(rc::check("any files", [&folder] {
        auto rows = *rc::gen::container<Rows>(
            rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 253'402'300'799'999'999),
                          rc::gen::nonNegative<std::int64_t>()));
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return a.first < b.first; });
        for (const auto times : {TraceTimes::microseconds, TraceTimes::rfc3339}) {
            RC_ASSERT(*write_trace(folder / "a.csv", files_of(rows), Instant{}, times) ==
                      static_cast<std::int64_t>(rows.size()));
            RC_ASSERT(*rows_of(folder / "a.csv") == rows);
            RC_ASSERT(write_trace(folder / "a.csv.gz", files_of(rows), Instant{}, times));
            RC_ASSERT(*rows_of(folder / "a.csv.gz") == rows);
        }
    }));
}
