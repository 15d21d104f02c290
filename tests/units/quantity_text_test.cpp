#include "core/units/quantity_text.hpp"

#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <limits>
#include <string>
#include <tuple>

using firn::Rational;

namespace {

/// The code with which `parse` refuses the text, or "" when it reads it.
template <class Parse>
std::string refusal(Parse parse, const std::string& text) {
    const auto result = parse(std::string_view{text});
    return result ? std::string{} : result.error().code;
}

}  // namespace

TEST_CASE("bytes are read in every unit", "[units]") {
    const auto [text, bytes] = GENERATE(table<std::string, std::int64_t>({
        {"0 B", 0},
        {"812 B", 812},
        {"25 MB", 25'000'000},
        {"25MB", 25'000'000},
        {"  25 \t MB ", 25'000'000},
        {"24 MiB", 25'165'824},
        {"1 kB", 1'000},
        {"1 KB", 1'000},
        {"1 KiB", 1'024},
        {"1 GB", 1'000'000'000},
        {"1 GiB", 1'073'741'824},
        {"1 TB", 1'000'000'000'000},
        {"1 TiB", 1'099'511'627'776},
        {"1 PB", 1'000'000'000'000'000},
        {"1 PiB", 1'125'899'906'842'624},
        {"1.5 kB", 1'500},
        {"0.5 KiB", 512},
        {"0.001 kB", 1},
        {"9223372036854775807 B", 9'223'372'036'854'775'807},
    }));
    CAPTURE(text);
    const auto read = firn::parse_bytes(text);
    REQUIRE(read.has_value());
    CHECK(read->count() == bytes);
}

TEST_CASE("bytes are refused with a reason", "[units]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"", "value-missing"},
        {" \t", "value-missing"},
        {"25", "unit-missing"},
        {"0", "unit-missing"},
        {"25 mb", "unit-unknown"},
        {"25 Mb", "unit-unknown"},
        {"25 megabytes", "unit-unknown"},
        {"25 MB/s", "unit-unknown"},
        {"25 M", "unit-unknown"},
        {"25 s", "unit-unknown"},
        {"25 MB MB", "unit-unknown"},
        {"MB", "number-malformed"},
        {"nan MB", "number-malformed"},
        {"NaN", "number-malformed"},
        {"inf GB", "number-malformed"},
        {"1,000 MB", "number-malformed"},
        {"1_000 MB", "number-malformed"},
        {"1e6 B", "number-malformed"},
        {"1E+6 B", "number-malformed"},
        {"+5 MB", "number-malformed"},
        {".5 MB", "number-malformed"},
        {"5. MB", "number-malformed"},
        {"5-3 MB", "number-malformed"},
        {"0x10 B", "unit-unknown"},
        {"-5 MB", "number-negative"},
        {"-0.5 MB", "number-negative"},
        {"-5", "number-negative"},
        {"0.0001 kB", "number-not-whole"},
        {"0.1 GiB", "number-not-whole"},
        {"9223372036854775808 B", "number-too-large"},
        {"8192 PiB", "number-too-large"},
        {"99999999999999999999999999 PB", "number-too-large"},
    }));
    CAPTURE(text);
    CHECK(refusal(firn::parse_bytes, text) == code);
}

TEST_CASE("minus zero is zero", "[units]") {
    CHECK(firn::parse_bytes("-0 B").value() == firn::Bytes{0});
    CHECK(firn::parse_count("-0").value() == 0);
}

TEST_CASE("an average of bytes need not be whole", "[units]") {
    // 0.1 * 2^30 = 107374182.4
    CHECK(firn::parse_byte_amount("0.1 GiB").value() == Rational(1'073'741'824, 10));
    CHECK(firn::parse_byte_amount("99999 PiB").has_value());
    CHECK(refusal(firn::parse_byte_amount, "0.1") == "unit-missing");
}

TEST_CASE("a unit in the wrong case is answered with the right one", "[units]") {
    const auto error = firn::parse_bytes("5 mib").error();
    CHECK(error.what == "\"mib\" is not a unit that is known here");
    CHECK(error.remedy.substr(0, 19) == "did you mean \"MiB\"?");
}

TEST_CASE("durations are read in every unit", "[units]") {
    const auto [text, micros] = GENERATE(table<std::string, std::int64_t>({
        {"0 s", 0},
        {"7 us", 7},
        {"7 \xC2\xB5s", 7},
        {"5 ms", 5'000},
        {"35 s", 35'000'000},
        {"35s", 35'000'000},
        {"1 second", 1'000'000},
        {"2 seconds", 2'000'000},
        {"5 min", 300'000'000},
        {"1 minute", 60'000'000},
        {"5 minutes", 300'000'000},
        {"1.5 h", 5'400'000'000},
        {"1 hour", 3'600'000'000},
        {"24 hours", 86'400'000'000},
        {"1 d", 86'400'000'000},
        {"1 day", 86'400'000'000},
        {"90 days", 7'776'000'000'000},
        {"1 week", 604'800'000'000},
        {"2 weeks", 1'209'600'000'000},
        {"0.000001 s", 1},
        {"9223372036854775807 us", 9'223'372'036'854'775'807},
    }));
    CAPTURE(text);
    const auto read = firn::parse_duration(text);
    REQUIRE(read.has_value());
    CHECK(read->count() == micros);
}

TEST_CASE("durations are refused with a reason", "[units]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"", "value-missing"},
        {"35", "unit-missing"},
        {"35 S", "unit-unknown"},
        {"3 months", "unit-unknown"},
        {"1 year", "unit-unknown"},
        {"1 h 30 min", "unit-unknown"},
        {"-1 s", "number-negative"},
        {"0.5 us", "number-not-whole"},
        {"0.3333333 s", "number-not-whole"},
        {"9223372036854775808 us", "number-too-large"},
        {"106751992 days", "number-too-large"},
        {"none", "number-malformed"},
    }));
    CAPTURE(text);
    CHECK(refusal(firn::parse_duration, text) == code);
}

TEST_CASE("rates are read in bytes and in bits", "[units]") {
    const auto [text, rate] = GENERATE(table<std::string, std::int64_t>({
        {"1 B/s", 1},
        {"20 MB/s", 20'000'000},
        {"20 kB/s", 20'000},
        {"20 KB/s", 20'000},
        {"1 GB/s", 1'000'000'000},
        {"1 TB/s", 1'000'000'000'000},
        {"1 PB/s", 1'000'000'000'000'000},
        {"1 KiB/s", 1'024},
        {"1 MiB/s", 1'048'576},
        {"1 GiB/s", 1'073'741'824},
        {"1 TiB/s", 1'099'511'627'776},
        {"1 PiB/s", 1'125'899'906'842'624},
        {"8 bit/s", 1},
        {"8 kbit/s", 1'000},
        {"100 Mbit/s", 12'500'000},
        {"1 Gbit/s", 125'000'000},
        {"9223372036854775807 B/s", 9'223'372'036'854'775'807},
    }));
    CAPTURE(text);
    const auto read = firn::parse_byte_rate(text);
    REQUIRE(read.has_value());
    CHECK(read->bytes_per_second() == rate);
}

TEST_CASE("rates are refused with a reason", "[units]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"", "value-missing"},
        {"20", "unit-missing"},
        {"20 MB", "unit-unknown"},
        {"20 mb/s", "unit-unknown"},
        {"20 MBps", "unit-unknown"},
        {"0 MB/s", "number-zero"},
        {"-1 MB/s", "number-negative"},
        {"1 bit/s", "number-not-whole"},
        {"0.5 B/s", "number-not-whole"},
        {"9223372036854775808 B/s", "number-too-large"},
    }));
    CAPTURE(text);
    CHECK(refusal(firn::parse_byte_rate, text) == code);
}

TEST_CASE("any rate reads back from its text", "[units][property]") {
    const bool holds = rc::check("parse_byte_rate(to_text(x)) == x", [] {
        const auto unit =
            *rc::gen::element<std::int64_t>(1, 1'000, 1'024, 1'000'000'000'000, std::int64_t{1} << 40,
                                            1'000'000'000'000'000, std::int64_t{1} << 50);
        const auto most = std::numeric_limits<std::int64_t>::max() / unit;
        const firn::ByteRate rate{*rc::gen::inRange<std::int64_t>(1, most) * unit};
        const auto read = firn::parse_byte_rate(to_text(rate));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == rate);
    });
    CHECK(holds);
}
