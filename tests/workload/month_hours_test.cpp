#include "core/workload/month_hours.hpp"

#include "core/random/bounded.hpp"
#include "core/workload/fixed_point.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstdint>

using namespace firn;
using namespace firn::workload;

namespace {

constexpr std::uint64_t kHour = 3'600'000'000;
const BillingPeriod kNovember{std::chrono::year{2012} / std::chrono::November};

MonthHours hours_of(const Calendar& calendar) { return {kNovember, calendar, random::Stream{1, "test"}}; }

/// Files arrive between five and six in the morning only.
Calendar early() {
    Calendar calendar;
    calendar.hours.fill({0});
    calendar.hours[5] = {1'000'000};
    return calendar;
}

}  // namespace

TEST_CASE("a flat calendar spreads draws over the whole month", "[workload]") {
    const MonthHours hours = hours_of({});
    const std::uint64_t month = 30 * 24 * kHour;
    CHECK(hours.at(0) == 0);
    CHECK(hours.at(std::uint64_t{1} << 63U) == month / 2);
    CHECK(hours.at(UINT64_MAX) == month - 1);
    CHECK(hours.busiest_q32() == kOneQ32 / 720);
}

TEST_CASE("draws fall into hours that have a share, up to their last microsecond", "[workload]") {
    const MonthHours hours = hours_of(early());
    CHECK(hours.at(0) == 5 * kHour);
    CHECK(hours.at(UINT64_MAX) == 29 * 24 * kHour + 6 * kHour - 1);
    // Thirty days, half of the draws each side of the sixteenth day's hour.
    CHECK(hours.at(std::uint64_t{1} << 63U) == 15 * 24 * kHour + 5 * kHour);
    // Half of the first day's thirtieth: half an hour.
    CHECK(hours.at(UINT64_MAX / 60) == 5 * kHour + kHour / 2);
    CHECK(hours.busiest_q32() == kOneQ32 / 30);
}

TEST_CASE("a larger draw never comes earlier", "[workload]") {
    Calendar calendar;
    calendar.hours = cosine_hours({2'000'000}, 20);
    calendar.weekdays[2] = {0};
    calendar.weekdays[3] = {1};
    calendar.weekdays[4] = {1'000'000'000};
    calendar.day_noise = {3'000'000};
    const MonthHours hours = hours_of(calendar);
    constexpr std::uint64_t kStep = UINT64_MAX / 100'003;
    std::uint64_t before = 0;
    for (std::uint64_t n = 0; n < 100'003; ++n) {
        const std::uint64_t at = hours.at(n * kStep);
        REQUIRE(at >= before);
        before = at;
    }
    CHECK(before < hours.length());
}
