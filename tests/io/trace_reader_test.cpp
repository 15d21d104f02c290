#include "core/io/trace_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using firn::io::open_trace;
using firn::io::TraceColumns;
using firn::io::TraceFormat;
using firn::io::TraceOptions;

namespace {

/// The rows of a file of this text.
Rows read(const std::string& text, const TraceOptions& options = {}) {
    const TemporaryFolder folder;
    const auto rows = rows_of(folder.write("trace.csv", text), options);
    REQUIRE(rows);
    return *rows;
}

// 2013-03-05T00:00:00Z is 15,769 days after 1970: 15,769 * 86,400 s = 1,362,441,600 s.
constexpr std::int64_t kMarch5 = 1'362'441'600'000'000;

}  // namespace

TEST_CASE("a trace has times in RFC 3339", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n2013-03-05T00:00:00Z,25\n2013-03-05T00:00:01.5Z,26\n") ==
          Rows{{kMarch5, 25}, {kMarch5 + 1'500'000, 26}});
}

TEST_CASE("a trace has times in whole microseconds", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n0,25\n105,259229\n253402300799999999,1\n") ==
          Rows{{0, 25}, {105, 259'229}, {253'402'300'799'999'999, 1}});
}

TEST_CASE("fractions finer than a microsecond are cut", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n1970-01-01T00:00:00.123456789Z,1\n") == Rows{{123'456, 1}});
}

TEST_CASE("columns come in any order and others are ignored", "[io]") {
    CHECK(read("owner,size_bytes,key,timestamp_utc\nann,25,a/b,7\n") == Rows{{7, 25}});
}

TEST_CASE("columns may bear other names", "[io]") {
    const TraceOptions options{.format = {}, .columns = {.time = "when", .size = "bytes"}};
    CHECK(read("bytes,when\n25,7\n", options) == Rows{{7, 25}});
}

TEST_CASE("quoted fields, blanks around fields, CRLF and a byte order mark are no matter", "[io]") {
    CHECK(read("\xEF\xBB\xBF\"timestamp_utc\" , size_bytes,key\r\n\"7\",\" 25\",\"a,\"\"b\"\"\"\r\n 8 "
               ",\t26,c\r\n") == Rows{{7, 25}, {8, 26}});
}

TEST_CASE("a blank last line and a missing last line end are no matter", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n7,25\n\n") == Rows{{7, 25}});
    CHECK(read("timestamp_utc,size_bytes\n7,25\n  \r\n") == Rows{{7, 25}});
    CHECK(read("timestamp_utc,size_bytes\n7,25") == Rows{{7, 25}});
}

TEST_CASE("blank lines before the header are no matter", "[io]") {
    CHECK(read("\n\r\ntimestamp_utc,size_bytes\n7,25\n") == Rows{{7, 25}});
}

TEST_CASE("a trace may have no rows", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n").empty());
    CHECK(read("timestamp_utc,size_bytes").empty());
}

TEST_CASE("equal times keep the order of the file", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n7,3\n7,1\n7,2\n") == Rows{{7, 3}, {7, 1}, {7, 2}});
}

TEST_CASE("sizes go from 0 to 2^63 - 1", "[io]") {
    CHECK(read("timestamp_utc,size_bytes\n7,0\n7,1099511627777\n7,9223372036854775807\n") ==
          Rows{{7, 0}, {7, 1'099'511'627'777}, {7, 9'223'372'036'854'775'807}});
}

TEST_CASE("a packed trace reads like a plain one", "[io]") {
    CHECK(read(gzip("timestamp_utc,size_bytes\n7,25\n") + gzip("8,26\n")) == Rows{{7, 25}, {8, 26}});
}

TEST_CASE("a trace is read block by block without a seam", "[io]") {
    std::string text = "timestamp_utc,size_bytes\n";
    Rows expected;
    for (std::int64_t i = 0; i < 100'000; ++i) {
        text += std::to_string(i * 3) + "," + std::to_string(i % 977) + "\n";
        expected.emplace_back(i * 3, i % 977);
    }
    CHECK(read(text) == expected);
}

TEST_CASE("a find listing is recognised", "[io]") {
    const TemporaryFolder folder;
    const auto path =
        folder.write("listing", "1362441600.1234567890 25 photos/a b.jpg\n1362441601.0000000000 0 c,d\n");
    CHECK(open_trace(path)->format == TraceFormat::find);
    CHECK(*rows_of(path) == Rows{{kMarch5 + 123'456, 25}, {kMarch5 + 1'000'000, 0}});
}

TEST_CASE("an S3 listing is recognised, read as UTC with a note, and its totals are no rows", "[io]") {
    const TemporaryFolder folder;
    const auto path = folder.write("listing",
                                   "2013-03-05 00:00:00         25 photos/a b.jpg\n"
                                   "2013-03-05 00:00:02          0 photos/c\n"
                                   "\n"
                                   "Total Objects: 2\n"
                                   "   Total Size: 25\n");
    const auto trace = open_trace(path);
    REQUIRE(trace);
    CHECK(trace->format == TraceFormat::aws_s3_ls);
    CHECK(*rows_of(trace->rows) == Rows{{kMarch5, 25}, {kMarch5 + 2'000'000, 0}});
    CHECK(trace->tally->count_of(firn::io::Remark::zone_assumed) == 2);
}

TEST_CASE("times in seconds draw a warning", "[io]") {
    const TemporaryFolder folder;
    const auto seconds = open_trace(folder.write("s.csv", "timestamp_utc,size_bytes\n1362441600,1\n"));
    CHECK(codes_of(seconds->notes) == Codes{"time-looks-coarse"});
    const auto milliseconds =
        open_trace(folder.write("ms.csv", "timestamp_utc,size_bytes\n1362441600000,1\n"));
    CHECK(codes_of(milliseconds->notes) == Codes{"time-looks-coarse"});
    const auto microseconds =
        open_trace(folder.write("us.csv", "timestamp_utc,size_bytes\n1362441600000000,1\n"));
    CHECK(microseconds->notes.empty());
}

TEST_CASE("a trace can be opened again from its first row", "[io]") {
    const TemporaryFolder folder;
    const auto trace = firn::io::trace_in(folder.write("a.csv", "timestamp_utc,size_bytes\n7,25\n"));
    CHECK(*rows_of(*trace.open()) == Rows{{7, 25}});
    CHECK(*rows_of(*trace.open()) == Rows{{7, 25}});
}

TEST_CASE("columns are named in text", "[io]") {
    const auto columns = firn::io::parse_trace_columns("size=bytes, time=uploaded at");
    REQUIRE(columns);
    CHECK(columns->time == "uploaded at");
    CHECK(columns->size == "bytes");
    CHECK(columns->key == "key");
}

TEST_CASE("columns that make no sense are refused", "[io]") {
    for (const char* text :
         {"", "bytes", "time=", "colour=red", "time=a,size=a", "time=a;size=b=c,=", "time=a,,size=b"}) {
        CHECK(codes_of(firn::io::parse_trace_columns(text)) == Codes{"columns-not-readable"});
    }
}

TEST_CASE("formats have names", "[io]") {
    for (const std::string& name : firn::io::trace_format_names()) {
        const auto format = firn::io::trace_format_named(name);
        REQUIRE(format);
        CHECK(firn::io::name_of(*format) == name);
    }
    CHECK(firn::io::trace_format_named("monthly") == TraceFormat::monthly);
    CHECK(firn::io::trace_format_named("parquet") == std::nullopt);
}
