#include "core/io/trace_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/listing_samples.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using firn::io::open_trace;
using firn::io::Remark;
using firn::io::TraceFormat;
using firn::io::TraceOptions;

namespace {

// 2013-03-05T07:30:15Z is 15,769 days and 27,015 s after 1970: 1,362,441,600 s + 27,015 s.
constexpr std::int64_t kTime = 1'362'468'615'000'000;
constexpr std::int64_t kDay = 86'400'000'000;
const Rows kBoth{{kTime - kDay, 0}, {kTime + 250'000, 25'000}};
const Rows kBothToTheSecond{{kTime - kDay, 0}, {kTime, 25'000}};

/// What reading a listing gives.
struct Reading {
    TraceFormat format;
    Rows rows;
    firn::io::ReadingTally tally;
};

Reading read(const std::string& text) {
    const TemporaryFolder folder;
    const auto trace = open_trace(folder.write("listing", text));
    REQUIRE(trace);
    const auto rows = rows_of(trace->rows);
    REQUIRE(rows);
    return {trace->format, *rows, *trace->tally};
}

Codes strict_codes(const std::string& text, TraceOptions options = {}) {
    const TemporaryFolder folder;
    options.strict = true;
    return codes_of(rows_of(folder.write("listing", text), options));
}

}  // namespace

TEST_CASE("a listing of find is sorted by time", "[io]") {
    const Reading reading = read(kFindListing);
    CHECK(reading.format == TraceFormat::find);
    CHECK(reading.rows == kBoth);
    CHECK_FALSE(reading.tally.any());
}

TEST_CASE("a listing of ls -lR is read with its zones, without folders, links and sockets", "[io]") {
    const Reading reading = read(kLsListing);
    CHECK(reading.format == TraceFormat::ls_l);
    CHECK(reading.rows == kBoth);
    CHECK(reading.tally.count_of(Remark::folder) == 1);
    CHECK(reading.tally.count_of(Remark::link) == 1);
    CHECK(reading.tally.count_of(Remark::special_file) == 1);
    CHECK(reading.tally.count_of(Remark::blank_line) == 0);
    CHECK(reading.tally.first_line_of(Remark::folder) == 5);
}

TEST_CASE("a listing of ls -l with times to the minute is read as UTC", "[io]") {
    const Reading reading = read("total 28\n-rw-r--r-- 1 25000 2013-03-05 07:30 +0100 is a name\n");
    CHECK(reading.format == TraceFormat::ls_l);
    CHECK(reading.rows == Rows{{kTime - 15'000'000, 25'000}});
    CHECK(reading.tally.count_of(Remark::zone_assumed) == 1);
}

TEST_CASE("a listing of ls -l with times for people is told which it needs", "[io]") {
    const TemporaryFolder folder;
    const auto rows = rows_of(folder.write("listing", "-rw-r--r-- 1 ann staff 25000 Mar  5  2013 a.jpg\n"));
    REQUIRE(codes_of(rows) == Codes{"time-not-readable"});
    CHECK(rows.error().front().remedy == "make the listing with --time-style=full-iso");
}

TEST_CASE("a listing of tar -tv is read without folders, links and devices", "[io]") {
    const Reading reading = read(kTarListing);
    CHECK(reading.format == TraceFormat::tar_tv);
    CHECK(reading.rows == kBoth);
    CHECK(reading.tally.count_of(Remark::folder) == 1);
    CHECK(reading.tally.count_of(Remark::link) == 2);
    CHECK(reading.tally.count_of(Remark::special_file) == 1);
    CHECK(reading.tally.count_of(Remark::zone_assumed) == 2);
}

TEST_CASE("a listing of aws s3 ls is sorted by time", "[io]") {
    const Reading reading = read(kS3Listing);
    CHECK(reading.format == TraceFormat::aws_s3_ls);
    CHECK(reading.rows == kBothToTheSecond);
    CHECK(reading.tally.count_of(Remark::zone_assumed) == 2);
}

TEST_CASE("a listing of aws s3api list-objects-v2 is read whatever its keys hold", "[io]") {
    const Reading reading = read(kS3ApiListing);
    CHECK(reading.format == TraceFormat::aws_s3api);
    CHECK(reading.rows == kBoth);
    CHECK_FALSE(reading.tally.any());
}

TEST_CASE("pages of JSON follow each other, and a page alone may be an array", "[io]") {
    const Reading reading = read(
        R"({"Contents":[{"LastModified":"2013-03-05T07:30:15Z","Size":1}],"IsTruncated":true,"NextToken":"x"})"
        R"([{"Size":2,"LastModified":"2013-03-05T07:30:16Z"}])"
        "\nnull {}");
    CHECK(reading.rows == Rows{{kTime, 1}, {kTime + 1'000'000, 2}});
    CHECK(reading.tally.count_of(Remark::listing_incomplete) == 0);
}

TEST_CASE("a listing in JSON that says it goes on is incomplete", "[io]") {
    CHECK(read(R"({"Contents":[],"IsTruncated":true})").tally.count_of(Remark::listing_incomplete) == 1);
    CHECK(read(R"({"Contents":[],"NextToken":"x"})").tally.count_of(Remark::listing_incomplete) == 1);
    CHECK(read(R"({"Contents":[],"IsTruncated":false})").tally.count_of(Remark::listing_incomplete) == 0);
}

TEST_CASE("of versions the latest count, and delete markers and prefixes are left out", "[io]") {
    const Reading reading = read(R"({"Versions":[
        {"Key":"a","LastModified":"2013-03-05T07:30:15Z","Size":1,"IsLatest":true},
        {"Key":"a","LastModified":"2013-03-04T07:30:15Z","Size":2,"IsLatest":false}],
        "DeleteMarkers":[{"Key":"b","LastModified":"2013-03-05T07:30:15Z","IsLatest":true}],
        "CommonPrefixes":[{"Prefix":"c/"},{"Prefix":"d/"}]})");
    CHECK(reading.rows == Rows{{kTime, 1}});
    CHECK(reading.tally.count_of(Remark::old_version) == 1);
    CHECK(reading.tally.count_of(Remark::delete_marker) == 1);
    CHECK(reading.tally.count_of(Remark::folder_prefix) == 2);
}

TEST_CASE("a listing of rclone lsjson is read without folders and without files of unknown size", "[io]") {
    const Reading reading = read(kRcloneJsonListing);
    CHECK(reading.format == TraceFormat::rclone_lsjson);
    CHECK(reading.rows == kBoth);
    CHECK(reading.tally.count_of(Remark::folder) == 1);
    CHECK(reading.tally.count_of(Remark::size_unknown) == 1);
    CHECK(reading.tally.first_line_of(Remark::size_unknown) == 5);
}

TEST_CASE("a listing of rclone lsl is read as UTC, to the microsecond", "[io]") {
    const Reading reading = read(kRcloneListing);
    CHECK(reading.format == TraceFormat::rclone_lsl);
    CHECK(reading.rows == kBoth);
    CHECK(reading.tally.count_of(Remark::zone_assumed) == 2);
    CHECK(reading.tally.count_of(Remark::fraction_cut) == 1);
    CHECK(reading.tally.count_of(Remark::size_unknown) == 1);
}

TEST_CASE("a strict reading refuses whatever is left out or guessed", "[io]") {
    CHECK(strict_codes(kFindListing) == Codes{"no error"});
    CHECK(strict_codes(kS3ApiListing) == Codes{"no error"});
    CHECK(strict_codes(kS3Listing) == Codes{"listing-times-utc"});
    CHECK(strict_codes(kLsListing) == Codes{"folders-dropped", "links-dropped", "special-files-dropped"});
    CHECK(strict_codes(kRcloneJsonListing) == Codes{"folders-dropped", "sizes-unknown"});
    CHECK(strict_codes(kRcloneListing) == Codes{"sizes-unknown", "listing-times-utc", "fractions-cut"});
    CHECK(strict_codes("timestamp_utc,size_bytes\n7,25\n\n") == Codes{"blank-lines-dropped"});
}

TEST_CASE("every listing is refused under the name of another tool", "[io]") {
    const std::vector<std::pair<TraceFormat, std::string>> listings{
        {TraceFormat::find, kFindListing},        {TraceFormat::ls_l, kLsListing},
        {TraceFormat::tar_tv, kTarListing},       {TraceFormat::aws_s3_ls, kS3Listing},
        {TraceFormat::aws_s3api, kS3ApiListing},  {TraceFormat::rclone_lsjson, kRcloneJsonListing},
        {TraceFormat::rclone_lsl, kRcloneListing}};
    const TemporaryFolder folder;
    for (const auto& [format, text] : listings) {
        const std::string path = folder.write("listing", text);
        for (const std::string& name : firn::io::trace_format_names()) {
            TraceOptions options;
            options.format = firn::io::trace_format_named(name);
            const Codes expected{options.format == format ? "no error" : "format-mismatch"};
            CHECK(codes_of(rows_of(path, options)) == expected);
        }
    }
}

TEST_CASE("JSON that is none is refused with its place", "[io]") {
    const TemporaryFolder folder;
    const auto rows =
        rows_of(folder.write("listing", "[\n{\"ModTime\":\"2013-03-05T07:30:15Z\" \"Size\":1}]"));
    REQUIRE(codes_of(rows) == Codes{"json-malformed"});
    CHECK(rows.error().front().where.line == 2);
    CHECK(rows.error().front().where.column == 35);
    for (const char* text : {"[}", "[{\"a\":}]", "[{\"a\"}]", "[1,]", "[{,}]", "[{\"a\":1,}]", "{1:2}",
                             "[truly]", "[\"a\nb\"]", "[]]", "{} x"}) {
        CHECK(codes_of(rows_of(folder.write("listing", text), {.format = TraceFormat::aws_s3api})).back() ==
              "json-malformed");
    }
    for (const char* text : {"[", "[{", "[{\"a", "[{\"a\"", "[{\"a\":", "[{\"a\":\"", "[{\"a\":1"})
        CHECK(codes_of(rows_of(folder.write("listing", text), {.format = TraceFormat::aws_s3api})).back() ==
              "json-truncated");
}

TEST_CASE("JSON that lists no files is no listing", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(rows_of(folder.write("listing", R"({"name":"firn","version":"1"})"))) ==
          Codes{"row-not-readable"});
    CHECK(codes_of(rows_of(folder.write("listing", R"([["photos/a.jpg", 25000]])"))) ==
          Codes{"row-not-readable"});
    CHECK(codes_of(rows_of(folder.write("listing", R"([{"Key": "a"}])"))) == Codes{"field-missing"});
}

TEST_CASE("bad values in JSON are told apart and shown where they stand", "[io]") {
    const TemporaryFolder folder;
    const auto rows = rows_of(folder.write("listing",
                                           "[{\"LastModified\":\"yesterday\",\"Size\":1},\n"
                                           "{\"LastModified\":\"2013-03-05T07:30:15Z\",\"Size\":1.5},\n"
                                           "{\"LastModified\":\"2013-03-05T07:30:15Z\",\"Size\":null},\n"
                                           "{\"LastModified\":\"1960-03-05T07:30:15Z\",\"Size\":-2}]"));
    REQUIRE(codes_of(rows) == Codes{"time-not-readable", "size-not-a-number", "size-not-a-number",
                                    "time-out-of-range", "size-negative"});
    CHECK(rows.error()[1].where.line == 2);
    CHECK(rows.error()[1].where.column == 47);
    CHECK(rows.error()[1].excerpt.length == 3);
}

TEST_CASE("JSON is read across the seams of its blocks", "[io]") {
    // 40,000 objects of some 100 bytes are sixty blocks; the objects grow so that every place meets a seam.
    std::string text = "{\"Contents\":[";
    Rows expected;
    for (std::int64_t i = 0; i < 40'000; ++i) {
        text += (i == 0 ? "" : ",\n") + std::string{"{\"Key\":\""} +
                std::string(static_cast<std::size_t>(i % 61), 'k') +
                "\\\\\", \"LastModified\" : \"2013-03-05T07:30:15Z\", \"Size\" : " + std::to_string(i) + "}";
        expected.emplace_back(kTime, i);
    }
    CHECK(read(text + "]}").rows == expected);
}

TEST_CASE("a string of JSON without end is refused within bounded memory", "[io]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("listing", "[{\"Key\":\"" + std::string(5'000'000, 'k') + "\"}]");
    CHECK(codes_of(rows_of(path)) == Codes{"line-too-long"});
}

TEST_CASE("a strict reading refuses a trace that is not read to its end", "[io]") {
    const TemporaryFolder folder;
    std::string text = "timestamp_utc,size_bytes\n\n";
    for (int row = 0; row < 20'000; ++row)
        text += "7,25\n";
    TraceOptions options;
    options.strict = true;
    const auto trace = open_trace(folder.write("a.csv", text + "\n"), options);
    firn::workload::TraceBlock block;
    const auto more = trace->rows(block);
    REQUIRE(codes_of(more) == Codes{"blank-lines-dropped"});
    // Also what comes behind the first block is counted.
    CHECK(more.error().front().what == "2 blank lines are skipped");
}
