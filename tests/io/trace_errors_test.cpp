#include "core/io/trace_reader.hpp"

#include "tests/io/codes_of.hpp"
#include "tests/io/rows_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using firn::Diagnostic;
using firn::Diagnostics;
using firn::io::TraceFormat;
using firn::io::TraceOptions;

namespace {

const std::string kHeader = "timestamp_utc,size_bytes\n";

/// What is wrong with a file of this text.
Diagnostics errors(const std::string& text, const TraceOptions& options = {}) {
    const TemporaryFolder folder;
    const auto rows = rows_of(folder.write("trace", text), options);
    REQUIRE_FALSE(rows);
    return rows.error();
}

Codes codes(const std::string& text, const TraceOptions& options = {}) {
    return codes_of(errors(text, options));
}

TraceOptions forced(TraceFormat format) { return {.format = format, .columns = {}}; }

}  // namespace

TEST_CASE("a bad row is named with line, column and the part that is wrong", "[io]") {
    const Diagnostic error = errors(kHeader + "7,25\n8,-26\n").front();
    CHECK(error.code == "size-negative");
    CHECK(error.where.line == 3);
    CHECK(error.where.column == 3);
    CHECK(error.excerpt.line == "8,-26");
    CHECK(error.excerpt.length == 3);
}

TEST_CASE("columns count characters, not bytes", "[io]") {
    const Diagnostic error = errors("key,timestamp_utc,size_bytes\n\xC3\xA4\xC3\xB6,7,x\n").front();
    CHECK(error.where.column == 6);
}

TEST_CASE("sizes that are none are told apart", "[io]") {
    CHECK(codes(kHeader + "7,-1\n") == Codes{"size-negative"});
    CHECK(codes(kHeader + "7,9223372036854775808\n") == Codes{"size-too-large"});
    CHECK(codes(kHeader + "7,NaN\n") == Codes{"size-not-a-number"});
    CHECK(codes(kHeader + "7,1.5\n") == Codes{"size-not-a-number"});
    CHECK(codes(kHeader + "7,\n") == Codes{"size-not-a-number"});
    CHECK(codes(kHeader + "7\n") == Codes{"field-missing"});
}

TEST_CASE("times that are none are told apart", "[io]") {
    CHECK(codes(kHeader + "yesterday,1\n") == Codes{"time-not-readable"});
    CHECK(codes(kHeader + "2013-02-30T00:00Z,1\n") == Codes{"time-not-readable"});
    CHECK(codes(kHeader + "2013-03-05T00:00 CET,1\n") == Codes{"time-not-readable"});
    CHECK(codes(kHeader + "1362441600.5,1\n") == Codes{"time-not-readable"});
    CHECK(codes(kHeader + ",1\n") == Codes{"field-missing"});
    CHECK(codes(kHeader + "1969-12-31T23:59:59Z,1\n") == Codes{"time-out-of-range"});
    CHECK(codes(kHeader + "12013-03-05T00:00Z,1\n") == Codes{"time-out-of-range"});
    CHECK(codes(kHeader + "-1,1\n") == Codes{"time-out-of-range"});
    CHECK(codes(kHeader + "253402300800000000,1\n") == Codes{"time-out-of-range"});
    CHECK(codes(kHeader + "9223372036854775808,1\n") == Codes{"time-out-of-range"});
}

TEST_CASE("the first time that goes backwards is an error with the command that sorts", "[io]") {
    const Diagnostics all = errors(kHeader + "7,1\n9,1\n8,1\n6,1\n");
    REQUIRE(codes_of(all) == Codes{"time-backwards"});
    CHECK(all.front().where.line == 4);
    CHECK(all.front().remedy.find("sort -s") != std::string::npos);
}

TEST_CASE("all bad rows of a file are reported at once, in their order", "[io]") {
    CHECK(codes(kHeader + "7,x\n8,1\n7,1\nnow,1\n9,-1\n") ==
          Codes{"size-not-a-number", "time-backwards", "time-not-readable", "size-negative"});
}

TEST_CASE("of many bad rows twenty are shown and the others counted", "[io]") {
    std::string text = kHeader;
    for (int i = 0; i < 10'000; ++i)
        text += "7,x\n7,1\n";
    const Diagnostics all = errors(text);
    REQUIRE(all.size() == 21);
    CHECK(all.back().code == "more-bad-rows");
    CHECK(all.back().what == "and 9980 more bad rows");
}

TEST_CASE("no row of a file is given after a bad one", "[io]") {
    const TemporaryFolder folder;
    const auto trace = firn::io::open_trace(folder.write("a.csv", kHeader + "7,1\n8,x\n9,1\n"));
    REQUIRE(trace);
    firn::workload::TraceBlock block;
    REQUIRE_FALSE(trace->rows(block));
    CHECK(block.rows() == 0);
}

TEST_CASE("a header without the columns names each of them and what comes near", "[io]") {
    const Diagnostics all = errors("timestamp,size_byte\n7,25\n");
    REQUIRE(codes_of(all) == Codes{"trace-header", "trace-header"});
    CHECK(all[1].remedy.find("did you mean the column \"size_byte\"?") == 0);
}

TEST_CASE("a header with a column twice is refused", "[io]") {
    CHECK(codes("timestamp_utc,size_bytes,size_bytes\n7,25,25\n") == Codes{"trace-header"});
}

TEST_CASE("rows without a header are told so", "[io]") {
    const Diagnostics all = errors("7,25\n8,26\n");
    REQUIRE(codes_of(all) == Codes{"trace-header", "trace-header"});
    CHECK(all.front().remedy ==
          "put a header above the rows, timestamp_utc,size_bytes, or number the columns: time=1,size=2");
}

TEST_CASE("a quoted key with a line end in it does not swallow rows unseen", "[io]") {
    CHECK(codes("timestamp_utc,size_bytes,key\n7,25,\"a\n8,26,\"\n") ==
          Codes{"quote-not-closed", "quote-not-closed"});
    CHECK(codes("key,timestamp_utc,size_bytes\n\"a\nb,8,26\n\"c\",9,27\n") == Codes{"quote-not-closed"});
}

TEST_CASE("the listing of another tool than the one named is refused", "[io]") {
    const std::string find = "1362441600.5 25 a\n";
    const std::string s3 = "2013-03-05 00:00:00         25 a\n";
    CHECK(codes(find, forced(TraceFormat::csv)) == Codes{"format-mismatch"});
    CHECK(codes(find, forced(TraceFormat::aws_s3_ls)) == Codes{"format-mismatch"});
    CHECK(codes(s3, forced(TraceFormat::csv)) == Codes{"format-mismatch"});
    CHECK(codes(s3, forced(TraceFormat::find)) == Codes{"format-mismatch"});
    CHECK(codes(kHeader + "7,25\n", forced(TraceFormat::find)) == Codes{"format-mismatch"});
    CHECK(codes("month,items,bytes\n2012-11,1,1\n") == Codes{"format-mismatch"});
    CHECK(codes("month,items,bytes\n2012-11,1,1\n", forced(TraceFormat::csv)) == Codes{"format-mismatch"});
}

TEST_CASE("bad rows of listings are told apart", "[io]") {
    const std::string find = "1362441600.5 25 a\n";
    CHECK(codes(find + "1362441601.5 x a\n") == Codes{"size-not-a-number"});
    CHECK(codes(find + "1362441601.5\n") == Codes{"field-missing"});
    CHECK(codes(find + "-1.5 25 a\n") == Codes{"time-out-of-range"});
    CHECK(codes(find + "253402300800.0 25 a\n") == Codes{"time-out-of-range"});
    CHECK(codes(find + "12x.5 25 a\n") == Codes{"time-not-readable"});
    const std::string s3 = "2013-03-05 00:00:00         25 a\n";
    CHECK(codes(s3 + "2013-03-05 00:00:01    1.2 MiB a\n") == Codes{"size-not-a-number"});
    CHECK(codes(s3 + "                           PRE photos/\n") == Codes{"time-not-readable"});
}

TEST_CASE("the remedy of a folder line is a recursive listing", "[io]") {
    const Diagnostics all = errors("                           PRE photos/\n");
    REQUIRE(codes_of(all) == Codes{"time-not-readable"});
    CHECK(all.front().remedy == "make the listing with --recursive");
}

TEST_CASE("files that cannot be opened are told apart", "[io]") {
    const TemporaryFolder folder;
    CHECK(codes_of(rows_of(folder / "none.csv")) == Codes{"file-missing"});
    CHECK(codes_of(rows_of(folder.path(), forced(TraceFormat::csv))) == Codes{"file-is-directory"});
    CHECK(codes_of(rows_of(folder.write("empty.csv", ""))) == Codes{"file-empty"});
    CHECK(codes_of(rows_of(folder.write("blank.csv", "\n\n"))) == Codes{"file-empty"});
    CHECK(codes_of(rows_of(folder.write("packed.csv", gzip("")))) == Codes{"file-empty"});
    CHECK(codes_of(rows_of(folder.write("image.csv", std::string{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16}))) ==
          Codes{"file-binary"});
}

TEST_CASE("a truncated packed trace reports its bad rows too", "[io]") {
    std::string text = kHeader + "7,x\n";
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + "," + std::to_string(i * 7919 % 100'003) + "\n";
    const std::string packed = gzip(text);
    CHECK(codes(packed.substr(0, packed.size() - 100)) == Codes{"size-not-a-number", "gzip-truncated"});
}

TEST_CASE("the excerpt of a long line is what stands around the place", "[io]") {
    const Diagnostic error =
        errors("key,timestamp_utc,size_bytes\n" + std::string(5'000, 'k') + ",7,x\n").front();
    CHECK(error.where.column == 5'004);
    CHECK(error.excerpt.line.size() < 300);
    CHECK(error.excerpt.line.ends_with(",7,x"));
}
