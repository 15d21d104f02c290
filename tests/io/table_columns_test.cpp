#include "core/io/trace_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using firn::io::open_trace;
using firn::io::Remark;
using firn::io::RowOrder;
using firn::io::TraceFormat;
using firn::io::TraceOptions;

namespace {

constexpr std::int64_t kTime = 1'362'468'615'000'000;  // 2013-03-05T07:30:15Z

TraceOptions columns(const std::string& text) {
    TraceOptions options;
    options.columns = *firn::io::parse_trace_columns(text);
    return options;
}

}  // namespace

TEST_CASE("a table with tabs is recognised", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.tsv", "size_bytes\tkey\ttimestamp_utc\n25\t\"a, b\t7\n26\t\t\"8\"\n");
    CHECK(open_trace(path)->format == TraceFormat::tsv);
    CHECK(*rows_of(path) == Rows{{7, 25}, {8, 26}});
}

TEST_CASE("a table without a header is read by the numbers of its columns", "[io]") {
    const TemporaryFolder folder;
    CHECK(*rows_of(folder.write("a.csv", "a,25,7\nb,26,8\n"), columns("time=3,size=2")) ==
          Rows{{7, 25}, {8, 26}});
    CHECK(*rows_of(folder.write("a.csv", "key,size,at\na,25,7\n"), columns("time=3,size=2")) ==
          Rows{{7, 25}});
    CHECK(codes_of(rows_of(folder.write("a.csv", "a,25\n"), columns("time=3,size=2"))) ==
          Codes{"field-missing"});
}

TEST_CASE("a table may have no times", "[io]") {
    const TemporaryFolder folder;
    const auto numbered = open_trace(folder.write("a.csv", "a,25\nb,24\n"), columns("size=2"));
    CHECK_FALSE(numbered->has_times);
    CHECK(*rows_of(numbered->rows) == Rows{{0, 25}, {0, 24}});
    const auto named = open_trace(folder.write("b.csv", "key,length\na,25\n"), columns("size=length"));
    CHECK_FALSE(named->has_times);
    const auto usual =
        open_trace(folder.write("c.csv", "timestamp_utc,length\n7,25\n"), columns("size=length"));
    CHECK(usual->has_times);
    const auto none =
        open_trace(folder.write("c.csv", "timestamp_utc,length\n7,25\n"), columns("time=none,size=length"));
    CHECK_FALSE(none->has_times);
    CHECK(codes_of(rows_of(folder.write("d.csv", "key,size_bytes\na,25\n"))) == Codes{"trace-header"});
}

TEST_CASE("times may be date and time of day with or without a zone", "[io]") {
    const TemporaryFolder folder;
    const auto trace = open_trace(folder.write("a.csv",
                                               "timestamp_utc,size_bytes\n"
                                               "2013-03-05 07:30:15,1\n"
                                               "2013-03-05 08:30:15 +0100,2\n"
                                               "2013-03-05 08:30:15+01:00,3\n"
                                               "2013-03-05 07:30:15 UTC,4\n"
                                               "2013-03-05T07:30:15.1234567,5\n"));
    CHECK(*rows_of(trace->rows) ==
          Rows{{kTime, 1}, {kTime, 2}, {kTime, 3}, {kTime, 4}, {kTime + 123'456, 5}});
    CHECK(trace->tally->count_of(Remark::zone_assumed) == 2);
    CHECK(trace->tally->count_of(Remark::fraction_cut) == 1);
    CHECK(trace->tally->first_line_of(Remark::fraction_cut) == 6);
}

TEST_CASE("rows out of order are sorted when asked for, and counted", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.csv", "timestamp_utc,size_bytes\n9,1\n7,2\n8,3\n");
    CHECK(codes_of(rows_of(path)) == Codes{"time-backwards"});
    TraceOptions options;
    options.order = RowOrder::sorted;
    const auto trace = open_trace(path, options);
    CHECK(*rows_of(trace->rows) == Rows{{7, 2}, {8, 3}, {9, 1}});
    CHECK(trace->tally->count_of(Remark::rows_sorted) == 2);
    options.strict = true;
    CHECK(codes_of(rows_of(path, options)) == Codes{"rows-sorted"});
}

TEST_CASE("a quoted key may hold a line end when its lines are no rows", "[io]") {
    const TemporaryFolder folder;
    const auto trace = open_trace(
        folder.write("a.csv", "key,timestamp_utc,size_bytes\n\"a\nb\nc\",7,25\n\"d\"\"\n\",8,26\n"));
    CHECK(*rows_of(trace->rows) == Rows{{7, 25}, {8, 26}});
    CHECK(trace->tally->count_of(Remark::quoted_line_end) == 2);
    CHECK(trace->tally->first_line_of(Remark::quoted_line_end) == 2);
}

TEST_CASE("an empty quoted field below a quote that stays open is a row of its own", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(rows_of(folder.write("a.csv", "key,size\n\"a\n\"\",2"), columns("size=2"))) ==
          Codes{"quote-not-closed"});
}
