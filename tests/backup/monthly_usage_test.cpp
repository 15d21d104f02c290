#include "core/backup/replay.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::backup;

namespace {

// One file of 1000 bytes that arrives with the scenario is an archive of 2560 bytes, done 30,070,228 us later
// ("one file lies in a tar of its own and waits for the age-out").
constexpr Duration kDone{30'070'228};

std::vector<MonthlyUsage> usage_of_one_file(const ReplayOptions& options) {
    auto source = slow::source_of({{.arrival = 0, .size = 1000}}, 1);
    return replay({}, options, source).value().months;
}

constexpr Duration days(int n) { return std::chrono::days{n}; }

}  // namespace

TEST_CASE("an archive is metered from the end of its upload to the horizon", "[backup]") {
    const auto months = usage_of_one_file({.start = *parse_rfc3339("2012-11-01"), .months = 3});
    REQUIRE(months.size() == 3);
    CHECK(months[0].stored == Bytes{2560} * (days(30) - kDone));
    CHECK(months[0].payload == Bytes{1000} * (days(30) - kDone));
    CHECK(months[0].archive_microseconds == static_cast<UInt128>((days(30) - kDone).count()));
    CHECK(months[1].stored == Bytes{2560} * days(31));
    CHECK(months[2].stored == Bytes{2560} * days(31));
    CHECK(to_text(months[2].month) == "2013-01");
}

TEST_CASE("requests fall in the month in which the upload ends", "[backup]") {
    const auto months = usage_of_one_file({.start = *parse_rfc3339("2012-11-30T23:59:45Z"), .months = 2});
    CHECK(months[0].upload_requests == 0);
    CHECK(months[1].upload_requests == 1);
    CHECK(months[1].archives_uploaded == 1);
    CHECK(months[1].bytes_uploaded == Bytes{2560});
}

TEST_CASE("an upload that ends with the month belongs to the next", "[backup]") {
    const Instant start = *parse_rfc3339("2012-12-01") - kDone;
    const auto months = usage_of_one_file({.start = start, .months = 2});
    CHECK(months[0].archives_uploaded == 0);
    CHECK(months[1].archives_uploaded == 1);
    CHECK(months[1].stored == Bytes{2560} * days(31));
    const auto before = usage_of_one_file({.start = start - Duration{1}, .months = 2});
    CHECK(before[0].archives_uploaded == 1);
    CHECK(before[0].stored == Bytes{2560} * Duration{1});
}

TEST_CASE("an upload past the horizon lengthens it to the end of its month", "[backup]") {
    const auto months = usage_of_one_file({.start = *parse_rfc3339("2012-11-30T23:59:45Z"), .months = 1});
    REQUIRE(months.size() == 2);
    CHECK(months[1].archives_uploaded == 1);
}

TEST_CASE("with a fixed horizon an upload past it is counted and not metered", "[backup]") {
    auto source = slow::source_of({{.arrival = 0, .size = 1000}}, 1);
    const auto found =
        replay({}, {.start = *parse_rfc3339("2012-11-30T23:59:45Z"), .extend_horizon = false}, source);
    REQUIRE(found);
    CHECK(found->archives == 1);
    CHECK(found->archives_past_horizon == 1);
    REQUIRE(found->months.size() == 1);
    CHECK(found->months[0].archives_uploaded == 0);
    CHECK(found->months[0].stored == ByteTime{});
}

TEST_CASE("the opening stock lies there from the start to the horizon", "[backup]") {
    // From 11 November: 20 days, then December's 31.
    auto source = slow::source_of({}, 1);
    const ReplayOptions options{
        .start = *parse_rfc3339("2012-11-11"), .months = 2, .opening = {10, Bytes{5000}, Bytes{4000}}};
    const auto months = replay({}, options, source).value().months;
    REQUIRE(months.size() == 2);
    CHECK(months[0].stored == Bytes{5000} * days(20));
    CHECK(months[0].payload == Bytes{4000} * days(20));
    CHECK(months[0].archive_microseconds == 10 * static_cast<UInt128>(days(20).count()));
    CHECK(months[1].stored == Bytes{5000} * days(31));
    CHECK(months[1].archives_uploaded == 0);
}
