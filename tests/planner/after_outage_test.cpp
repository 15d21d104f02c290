// Where the outage of a pool table stands, and what it leaves behind.
#include "core/planner/after_outage.hpp"

#include "tests/planner/small_scenario.hpp"
#include "tests/planner/work_hour.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace firn;
using planner::after_outage;
using planner::AfterOutage;
using planner::outage_to_watch;
using planner::Pool;
using planner::test::kHour;
using service::PoolSight;
using service::WatchedTime;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

scenario::Scenario with(const std::string& settings) {
    return planner::small_scenario("pipeline: {fetchers: 4, uploaders: 4}\n" + settings);
}

/// Half an hour of work in each of the hours of so many days.
std::vector<std::uint64_t> even_work(std::size_t days) {
    return std::vector<std::uint64_t>(24 * days, kHour / 2);
}

constexpr WatchedTime kOutage{hours{10}, hours{14}, service::Resource::store};

/// Of an outage that left 100 files waiting and four held up; the last file arrived at 30:00 and found so
/// many waiting, with all four fetchers at work.
PoolSight sight_with(std::uint64_t waiting_at_last, Duration drained) {
    PoolSight sight;
    sight.last_arrival = hours{30};
    sight.at_outage_end = {.files = 100, .fetching = 4, .held_files = 4};
    sight.at_last_arrival = {.files = waiting_at_last, .fetching = 4};
    sight.drained = drained;
    return sight;
}

}  // namespace

TEST_CASE("an outage begins with the busiest hour", "[planner]") {
    auto work = even_work(31);
    work[100] = kHour;
    work[200] = kHour;
    const WatchedTime outage = outage_to_watch(with("months: 1\n"), Pool::fetchers, work, hours{4});
    CHECK(outage.begin == hours{100});
    CHECK(outage.end == hours{104});
    CHECK(outage.resource == service::Resource::store);
    CHECK(outage_to_watch(with("months: 1\n"), Pool::uploaders, work, hours{4}).resource ==
          service::Resource::service);
}

TEST_CASE("of hours that are as busy the outage takes one of the busiest month", "[planner]") {
    // January, February (hours 744 to 1,415) and March (1,416 to 2,159) have a full hour each; February has 2
    // h of work in each other hour.
    std::vector<std::uint64_t> work(2'160, kHour);
    std::fill(work.begin() + 744, work.begin() + 1'416, 2 * kHour);
    for (const std::size_t hour : {50U, 800U, 900U, 1'500U})
        work[hour] = 4 * kHour;
    const auto scenario = with("months: 3\n");
    CHECK(outage_to_watch(scenario, Pool::fetchers, work, hours{4}).begin == hours{800});
    // Where all months have as much, the last of them.
    std::vector<std::uint64_t> even(2'160, kHour);
    CHECK(outage_to_watch(scenario, Pool::fetchers, even, hours{4}).begin == hours{1'416});
}

TEST_CASE("an outage keeps away from those that are planned", "[planner]") {
    // 06:00 to 09:00 is out; what was held up is the work of 09:00 to 11:00, the busiest hours, which are not
    // calm before 12:00. Then come 07:00, 04:00, from where four hours would reach it, and 01:00.
    auto work = even_work(31);
    work[9] = work[10] = work[11] = 4 * kHour;
    work[7] = 3 * kHour;
    work[4] = 2 * kHour;
    work[1] = kHour;
    const auto scenario = with("months: 1\noutages: [{resource: store, at: 2013-01-01T06:00Z, for: 3 h}]\n");
    CHECK(outage_to_watch(scenario, Pool::fetchers, work, hours{4}).begin == hours{1});
    // An outage of the service may meet it, but not begin before its archives are caught up with.
    CHECK(outage_to_watch(scenario, Pool::uploaders, work, hours{4}).begin == hours{4});
}

TEST_CASE("an outage keeps out of a planned one that all others would meet", "[planner]") {
    // 200 h of outage meet one of the two planned ones from whatever hour; 350 is within the second.
    auto work = even_work(31);
    work.resize(500);
    work[350] = 4 * kHour;
    work[300] = 3 * kHour;
    const auto scenario = with(
        "months: 1\noutages: [{resource: network, at: 2013-01-08T00:00Z, for: 1 h}, {resource: service, at: "
        "2013-01-15T12:00Z, for: 20 h}, {resource: service, at: 2013-01-23T00:00Z, for: 1 h}]\n");
    CHECK(outage_to_watch(scenario, Pool::uploaders, work, hours{200}).begin == hours{300});
}

TEST_CASE("as much time again as an outage lasts is to see what becomes of it", "[planner]") {
    // 744 hours: one of 10 h may begin at 724 at the latest, 740 is too late.
    auto work = even_work(31);
    work[740] = 4 * kHour;
    work[724] = 2 * kHour;
    CHECK(outage_to_watch(with("months: 1\n"), Pool::fetchers, work, hours{10}).begin == hours{724});
}

TEST_CASE("a backlog that gets smaller is caught up with", "[planner]") {
    const AfterOutage outage = after_outage(sight_with(0, hours{20}), kOutage);
    CHECK(outage.drained_after == hours{6});
    CHECK_FALSE(outage.arrivals_had_ended);
}

TEST_CASE("a backlog that only the end of the files ends is said so", "[planner]") {
    // 99 of 100 wait still when the last file arrives.
    const AfterOutage outage = after_outage(sight_with(99, hours{31}), kOutage);
    CHECK(outage.drained_after == hours{17});
    CHECK(outage.arrivals_had_ended);
}

TEST_CASE("a backlog that does not get smaller while files arrive never ends", "[planner]") {
    CHECK_FALSE(after_outage(sight_with(100, hours{31}), kOutage).drained_after);
    CHECK_FALSE(after_outage(sight_with(1'000, hours{99}), kOutage).drained_after);
}

TEST_CASE("nobody knows of a backlog whether it gets smaller before who was held up has ended", "[planner]") {
    PoolSight sight = sight_with(101, hours{31});
    sight.at_last_arrival.held_files = 1;
    CHECK(after_outage(sight, kOutage).drained_after == hours{17});
    // Nor where no file arrives any more.
    sight = sight_with(100, hours{31});
    sight.last_arrival = hours{13};
    CHECK(after_outage(sight, kOutage).drained_after == hours{17});
    CHECK_FALSE(after_outage(sight, kOutage).arrivals_had_ended);
}

TEST_CASE("the other pool can keep a backlog for ever too", "[planner]") {
    PoolSight sight = sight_with(0, hours{31});
    sight.at_last_arrival.archives = 1;
    sight.at_last_arrival.uploading = 4;
    CHECK_FALSE(after_outage(sight, kOutage).drained_after);
}
