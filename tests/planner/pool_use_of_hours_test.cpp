// How busy a pool is, and when it is full.
#include "core/planner/pool_use_of_hours.hpp"

#include "tests/planner/small_scenario.hpp"
#include "tests/planner/work_hour.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace firn;
using planner::Pool;
using planner::small_scenario;
using planner::test::kHour;

TEST_CASE("the use of a pool is its work by what its workers could do", "[planner]") {
    // Two fetchers: 1 h and 2 h of work in two hours of 2 h each: 3 / 4 in all, the second hour is full.
    const auto use =
        planner::use_of(small_scenario("pipeline: {fetchers: 2}\n"), Pool::fetchers, {kHour, 2 * kHour});
    CHECK(use.mean == Rational{3, 4});
    CHECK(use.peak == 1);
    CHECK(use.peak_hour == 1);
    CHECK(use.full_hour == 1);
}

TEST_CASE("workers as scheduled are what a pool could have used", "[planner]") {
    // Four fetchers until 01:00, then one: 1 h of work is a quarter of the first hour and all of the second.
    const auto use = planner::use_of(
        small_scenario("pipeline: {fetchers: 4, schedule: [{from: 2013-01-01T01:00Z, fetchers: 1}]}\n"),
        Pool::fetchers, {kHour, kHour});
    CHECK(use.mean == Rational{2, 5});
    CHECK(use.full_hour == 1);
}

TEST_CASE("what is caught up with after an outage does not make a pool full", "[planner]") {
    // Out from 01:00 to 03:00, caught up with within the hour from 05:00: 06:00 is the first that is calm
    // again. Four hours of work are all that four fetchers can do.
    const auto scenario = small_scenario(
        "months: 1\npipeline: {fetchers: 4}\noutages: [{resource: store, at: 2013-01-01T01:00Z, for: 2 "
        "h}]\n");
    const std::vector<std::uint64_t> work{kHour, 0, 0, 4 * kHour, 4 * kHour, 3 * kHour, 2 * kHour};
    const auto use = planner::use_of(scenario, Pool::fetchers, work);
    CHECK(use.peak == 1);
    CHECK(use.peak_hour == 3);
    CHECK_FALSE(use.full_hour);
    CHECK(use.peak_by_year == std::vector<Rational>{Rational{1, 2}});
    // The uploaders have their work from the fetchers. Where all work is done after outages it counts.
    CHECK_FALSE(planner::use_of(scenario, Pool::uploaders, {kHour, 0, 0, 8 * kHour}).full_hour);
    CHECK(planner::use_of(scenario, Pool::fetchers, {0, 0, 0, 4 * kHour}).full_hour == 3);
}

TEST_CASE("an outage of the service is none of the fetchers, unless a staging disk fills", "[planner]") {
    const std::string settings =
        "months: 1\noutages: [{resource: service, at: 2013-01-01T01:00Z, for: 2 h}]\npipeline: {fetchers: 4";
    const std::vector<std::uint64_t> work{kHour, 0, 0, 4 * kHour};
    CHECK(planner::use_of(small_scenario(settings + "}\n"), Pool::fetchers, work).full_hour == 3);
    CHECK_FALSE(
        planner::use_of(small_scenario(settings + ", staging: 10 GB}\n"), Pool::fetchers, work).full_hour);
}

TEST_CASE("what takes long to catch up with does not make a pool full either, what never ends does",
          "[planner]") {
    // Out from 01:00 to 03:00, full until 09:00: 10:00 is calm again. Where it is full for ever, it is so
    // from 23:00 on, ten times two hours after the end.
    const auto scenario = small_scenario(
        "months: 1\npipeline: {fetchers: 4}\noutages: [{resource: store, at: 2013-01-01T01:00Z, for: 2 "
        "h}]\n");
    std::vector<std::uint64_t> work(48, 4 * kHour);
    work[0] = kHour;
    work[1] = work[2] = 0;
    CHECK(planner::use_of(scenario, Pool::fetchers, work).full_hour == 23);
    work[9] = 3 * kHour;
    std::fill(work.begin() + 10, work.end(), 2 * kHour);
    const auto use = planner::use_of(scenario, Pool::fetchers, work);
    CHECK_FALSE(use.full_hour);
    CHECK(use.peak_by_year == std::vector<Rational>{Rational{1, 2}});
}

TEST_CASE("the growth from 25 % to 100 % in two years is 100 % a year", "[planner]") {
    CHECK(planner::yearly_growth(Rational{1, 4}, 1, 2) == 100);
    // 1.259^3 = 1.9956 <= 2 < 1.26^3 = 2.0004
    CHECK(planner::yearly_growth(1, 2, 3) == Rational{259, 10});
    CHECK(planner::yearly_growth(1, Rational{1, 2}, 1) == -50);
}

TEST_CASE("a busiest hour of 38.5 % that grows by half a year is full in 2.4 years", "[planner]") {
    // log(1 / 0.385) / log(1.5) = 0.9545 / 0.4055 = 2.354
    const Rational use{385, 1'000};
    CHECK(planner::years_to_full(use, use * Rational{3, 2}, 1) == Rational{24, 10});
    CHECK(planner::years_to_full(use, use * Rational{9, 4}, 2) == Rational{24, 10});
    // From a quarter, doubled each year: 2.
    CHECK(planner::years_to_full(Rational{1, 4}, Rational{1, 2}, 1) == 2);
    CHECK_FALSE(planner::years_to_full(Rational{1, 4}, Rational{1, 4}, 1));
    CHECK_FALSE(planner::years_to_full(Rational{1, 4}, Rational{1, 8}, 1));
}

TEST_CASE("the least growth that there is has its years, too", "[planner]") {
    // From 10^-15 to a 10^-15th more: 15 ln 10 / 10^-15 = 34.5 * 10^15 years.
    const Rational from{1, 1'000'000'000'000'000};
    const auto years = planner::years_to_full(from, from * (1 + from), 1);
    REQUIRE(years);
    CHECK(static_cast<double>(*years) == Approx(34.5387763949107e15));
}

TEST_CASE("years until a pool is full are reckoned with the growth that is not yet rounded", "[planner]") {
    // 1 % to 1.00199 % in a year: log(100) / log(1.00199) = 4.60517 / 0.0019880 = 2316.5. Growth rounded down
    // to 0.1 % would make it 4607.5.
    const Rational from{1, 100};
    const Rational to = from * Rational{100'199, 100'000};
    CHECK(planner::yearly_growth(from, to, 1) == Rational{1, 10});
    CHECK(planner::years_to_full(from, to, 1) == Rational{23'165, 10});
}
