#include "core/units/time.hpp"

#include "core/units/quantity_text.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <limits>
#include <string>
#include <tuple>

using firn::Duration;
using firn::Instant;
using firn::parse_rfc3339;
using firn::to_rough_text;
using firn::to_text;
using namespace std::chrono_literals;

namespace {

/// Seconds since 1970 as `date -u -d TEXT +%s` prints them.
Instant at(std::int64_t seconds, std::int64_t micros = 0) {
    return Instant{std::chrono::seconds{seconds} + Duration{micros}};
}

}  // namespace

TEST_CASE("instants are read from RFC 3339 text", "[units]") {
    const auto [text, seconds, micros] = GENERATE(table<std::string, std::int64_t, std::int64_t>({
        {"1970-01-01", 0, 0},
        {"1970-01-01T00:00Z", 0, 0},
        {"2013-03-05T00:00Z", 1'362'441'600, 0},
        {"2013-03-05", 1'362'441'600, 0},
        {"2013-03-05T07:30:15Z", 1'362'468'615, 0},
        {"2013-03-05T07:30:15.25Z", 1'362'468'615, 250'000},
        {"2013-03-05T07:30:15.250001Z", 1'362'468'615, 250'001},
        {"2013-03-05t07:30:15z", 1'362'468'615, 0},
        {"2013-03-05 07:30:15Z", 1'362'468'615, 0},
        {"2013-03-05T00:00-00:00", 1'362'441'600, 0},
        {"2012-02-29T00:00Z", 1'330'473'600, 0},
        {"2000-02-29T00:00Z", 951'782'400, 0},
        {"9999-12-31T23:59:59Z", 253'402'300'799, 0},
        {"9999-12-31T23:59:59.999999Z", 253'402'300'799, 999'999},
    }));
    CAPTURE(text);
    CHECK(parse_rfc3339(text) == at(seconds, micros));
}

TEST_CASE("an offset leads to UTC, across days and years too", "[units]") {
    const auto [text, utc] = GENERATE(table<std::string, std::string>({
        {"2013-03-05T02:00:00+02:00", "2013-03-05T00:00:00Z"},
        {"2013-01-01T00:30+01:00", "2012-12-31T23:30:00Z"},
        {"2012-12-31T20:00-05:00", "2013-01-01T01:00:00Z"},
        {"2012-03-01T00:00+00:01", "2012-02-29T23:59:00Z"},
        {"2013-03-05T00:00+05:30", "2013-03-04T18:30:00Z"},
        {"2013-03-05T00:00-23:59", "2013-03-05T23:59:00Z"},
        {"1969-12-31T23:30-01:00", "1970-01-01T00:30:00Z"},
    }));
    CAPTURE(text);
    const auto instant = parse_rfc3339(text);
    REQUIRE(instant.has_value());
    CHECK(to_text(*instant) == utc);
}

TEST_CASE("what is finer than a microsecond is cut, not rounded", "[units]") {
    const auto [fraction, micros] = GENERATE(table<std::string, std::int64_t>({
        {"0", 0},
        {"9", 900'000},
        {"000001", 1},
        {"0000009", 0},
        {"1234567", 123'456},
        {"12345678", 123'456},
        {"999999999", 999'999},
    }));
    CAPTURE(fraction);
    CHECK(parse_rfc3339("1970-01-01T00:00:00." + fraction + "Z") == at(0, micros));
}

TEST_CASE("text that is no instant of the years 1970 to 9999 is refused", "[units]") {
    const std::string text = GENERATE(
        as<std::string>{}, "", "2013", "2013-03", "2013-3-5", "13-03-05", "2013-03-05T", "2013-03-05T00",
        "2013-03-05T00:00", "2013-03-05T00:00:00", "2013-03-05T24:00Z", "2013-03-05T24:00:00Z",
        "2013-03-05T23:60Z", "2013-03-05T23:59:60Z", "2016-12-31T23:59:60Z", "2013-02-29", "1900-02-29",
        "2100-02-29", "2013-02-30", "2013-04-31", "2013-00-01", "2013-13-01", "2013-01-00", "2013-01-32",
        "2013-03-05T00:00:00.Z", "2013-03-05T00:00:00,5Z", "2013-03-05T00:00:00.1234567890Z",
        "2013-03-05T00:00.5Z", "2013-03-05T00:00+1:00", "2013-03-05T00:00+0100", "2013-03-05T00:00+24:00",
        "2013-03-05T00:00+01:60", "2013-03-05T00:00ZZ", "2013-03-05T00:00Z ", " 2013-03-05T00:00Z",
        "2013-03-05T00:00 Z", "2013-03-05Z", "2013-03-05T-1:00Z", "+2013-03-05", "2013/03/05", "12013-03-05",
        "1969-12-31", "1969-12-31T23:59:59Z", "1970-01-01T00:00+00:01", "9999-12-31T23:59-00:01",
        "0000-01-01", "now", "1362441600");
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text).has_value());
}

TEST_CASE("an instant is written in UTC with as many decimals as it needs", "[units]") {
    CHECK(to_text(at(1'362'441'600)) == "2013-03-05T00:00:00Z");
    CHECK(to_text(at(1'362'441'600, 250'000)) == "2013-03-05T00:00:00.25Z");
    CHECK(to_text(at(1'362'441'600, 1)) == "2013-03-05T00:00:00.000001Z");
}

TEST_CASE("any instant reads back from its text", "[units][property]") {
    const bool holds = rc::check("parse_rfc3339(to_text(x)) == x", [] {
        const Instant instant{Duration{*rc::gen::inRange<std::int64_t>(0, 253'402'300'800'000'000)}};
        RC_ASSERT(parse_rfc3339(to_text(instant)) == instant);
    });
    CHECK(holds);
}

TEST_CASE("durations are written in the largest unit of which they are a multiple", "[units]") {
    const auto [duration, text] = GENERATE(table<Duration, std::string>({
        {0us, "0 s"},
        {1us, "1 us"},
        {1'500us, "1500 us"},
        {250ms, "250 ms"},
        {30s, "30 s"},
        {90s, "90 s"},
        {5min, "5 min"},
        {90min, "90 min"},
        {24h, "1 day"},
        {90 * 24h, "90 days"},
        {-30s, "-30 s"},
    }));
    CHECK(to_text(duration) == text);
}

TEST_CASE("any duration reads back from its text", "[units][property]") {
    const bool holds = rc::check("parse_duration(to_text(x)) == x", [] {
        const auto unit =
            *rc::gen::element<std::int64_t>(1, 1'000, 1'000'000, 60'000'000, 3'600'000'000, 86'400'000'000);
        const auto most = std::numeric_limits<std::int64_t>::max() / unit;
        const Duration duration{*rc::gen::inRange<std::int64_t>(0, most) * unit};
        const auto read = firn::parse_duration(to_text(duration));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == duration);
    });
    CHECK(holds);
}

TEST_CASE("durations for people have three significant digits", "[units]") {
    const auto [duration, text] = GENERATE(table<Duration, std::string>({
        {0us, "0 s"},
        {7us, "7 us"},
        {999us, "999 us"},
        {1'500us, "1.50 ms"},
        {3'480'000us, "3.48 s"},
        {35s, "35.0 s"},
        {750s, "12.5 min"},
        {181'440s, "2.10 days"},
        {1'234 * 24h, "1,234 days"},
        {-35s, "-35.0 s"},
        {Duration::min(), "-106,751,991 days"},
    }));
    CHECK(to_rough_text(duration) == text);
}
