#include "core/sim/worker_schedule.hpp"

#include "tests/sim/sim_inputs.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::sim;

TEST_CASE("a constant number of workers never changes", "[sim]") {
    const WorkerSchedule schedule{5};
    CHECK(schedule.at(Duration{0}) == 5);
    CHECK(schedule.at(hours(1'000)) == 5);
    CHECK(schedule.next_change(Duration{0}) == Duration::max());
}

TEST_CASE("dated changes hold from their instant on", "[sim]") {
    const auto schedule = WorkerSchedule::by_dates(5, {{hours(10), 8}, {hours(30), 2}});
    CHECK(schedule.at(Duration{0}) == 5);
    CHECK(schedule.at(hours(10) - Duration{1}) == 5);
    CHECK(schedule.at(hours(10)) == 8);
    CHECK(schedule.at(hours(30)) == 2);
    CHECK(schedule.next_change(Duration{0}) == hours(10));
    CHECK(schedule.next_change(hours(10)) == hours(30));
    CHECK(schedule.next_change(hours(30)) == Duration::max());
}

TEST_CASE("a change at the start leaves nothing of the number before", "[sim]") {
    const auto schedule = WorkerSchedule::by_dates(5, {{Duration{0}, 8}});
    CHECK(schedule.at(Duration{0}) == 8);
    CHECK(schedule.next_change(Duration{0}) == Duration::max());
}

TEST_CASE("a change to the same number is none", "[sim]") {
    const auto schedule =
        WorkerSchedule::by_dates(5, {{hours(1), 5}, {hours(2), 6}, {hours(3), 6}, {hours(4), 5}});
    CHECK(schedule.next_change(Duration{0}) == hours(2));
    CHECK(schedule.next_change(hours(2)) == hours(4));
}

TEST_CASE("before the first change of a day the last of the day before holds", "[sim]") {
    const auto schedule = WorkerSchedule::by_hours({{hours(8), 20}, {hours(18), 4}});
    CHECK(schedule.at(Duration{0}) == 4);
    CHECK(schedule.at(hours(8)) == 20);
    CHECK(schedule.at(hours(18) - Duration{1}) == 20);
    CHECK(schedule.at(hours(18)) == 4);
    CHECK(schedule.at(hours(24 + 7)) == 4);
    CHECK(schedule.at(hours(24 * 400 + 8)) == 20);
}

TEST_CASE("daily changes come every day", "[sim]") {
    const auto schedule = WorkerSchedule::by_hours({{hours(8), 20}, {hours(18), 4}});
    CHECK(schedule.next_change(Duration{0}) == hours(8));
    CHECK(schedule.next_change(hours(8)) == hours(18));
    CHECK(schedule.next_change(hours(18)) == hours(24 + 8));
    CHECK(schedule.next_change(hours(23)) == hours(24 + 8));
    CHECK(schedule.next_change(hours(24 * 400)) == hours(24 * 400 + 8));
}

TEST_CASE("a daily schedule of one number, however often it is said, never changes", "[sim]") {
    const auto schedule = WorkerSchedule::by_hours({{hours(0), 4}, {hours(8), 4}, {hours(18), 4}});
    CHECK(schedule.at(hours(9)) == 4);
    CHECK(schedule.next_change(Duration{0}) == Duration::max());
}

TEST_CASE("a daily change at midnight is one of the new day", "[sim]") {
    const auto schedule = WorkerSchedule::by_hours({{hours(0), 1}, {hours(6), 2}});
    CHECK(schedule.at(Duration{0}) == 1);
    CHECK(schedule.at(hours(24)) == 1);
    CHECK(schedule.next_change(hours(6)) == hours(24));
    CHECK(schedule.next_change(hours(24) - Duration{1}) == hours(24));
}
