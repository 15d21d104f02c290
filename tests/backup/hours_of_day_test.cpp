#include "core/backup/replay.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::backup;

namespace {

constexpr std::uint64_t kMinute = 60'000'000;
constexpr std::uint64_t kHour = 60 * kMinute;

ReplayResult run(const std::vector<slow::File>& files, Instant start) {
    auto source = slow::source_of(files, 2);
    return replay({}, {.start = start}, source).value();
}

}  // namespace

TEST_CASE("archives are counted in the hour of the day in which their directory closes", "[backup]") {
    // By age 30 s after the end of the fetch: at 00:59:30.02 + 30 s = 01:00:00.02, at 05:00:30.02 of the same
    // and of the next day. The file of 25 MB fills its directory at 05:20:02.52 (20 ms and 2.5 s later).
    const ReplayResult found = run({{.arrival = kHour - kMinute / 2, .size = 0},
                                    {.arrival = 5 * kHour, .size = 0},
                                    {.arrival = 5 * kHour + 20 * kMinute, .size = 25'000'000},
                                    {.arrival = 29 * kHour, .size = 0}},
                                   *parse_rfc3339("2012-11-01"));
    CHECK(found.hours[0] == HourOfDay{});
    CHECK(found.hours[1] == HourOfDay{.archives = 1, .closed_by_age = 1});
    CHECK(found.hours[5] == HourOfDay{.archives = 3, .closed_by_age = 2, .raw_bytes = Bytes{25'000'000}});
    CHECK(mean_bundle(found.hours[5]) == Bytes{8'333'333});
    CHECK(mean_bundle(found.hours[0]) == Bytes{0});
    CHECK(mean_bundle(found) == Bytes{6'250'000});
}

TEST_CASE("hours of the day are those of UTC, whenever a replay starts", "[backup]") {
    // The directory closes 30.02 s after the start: 00:00:29.02 of the next day.
    const ReplayResult found = run({{.arrival = 0, .size = 0}}, *parse_rfc3339("2012-11-01T23:59:59Z"));
    CHECK(found.hours[0].archives == 1);
}
