// How busy the pools are, and how many workers they need.
#include "core/planner/pool_table.hpp"

#include "core/planner/worker_search.hpp"
#include "tests/planner/small_scenario.hpp"
#include "tests/planner/work_hour.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <string>

using namespace firn;
using planner::Pool;
using planner::PoolLimit;
using planner::PoolRun;
using planner::small_scenario;
using planner::test::kHour;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Two years: 100 files each, stored within so long.
PoolRun run_of(Duration first_year, Duration second_year) {
    PoolRun run;
    run.fetchers.busy_by_hour = {kHour, 2 * kHour};
    run.uploaders.busy_by_hour = {kHour};
    run.sight.last_arrival = hours{100};
    run.sight.fetch_line_empty = run.sight.upload_line_empty = hours{99};
    run.sight.files_by_year = {100, 100};
    for (const Duration latency : {first_year, second_year})
        run.sight.latency_by_year.push_back({.p99 = latency});
    return run;
}

/// Files are stored within 240 s (480 s in the second year) by the number of fetchers, but never sooner than
/// `floor`.
planner::RunPools faster_with_fetchers(Duration floor) {
    return
        [floor](const scenario::Scenario& scenario, std::optional<service::WatchedTime>) -> Result<PoolRun> {
            const Duration first = seconds{240} / scenario.pipeline.fetchers;
            return run_of(std::max(floor, first), std::max(floor, 2 * first));
        };
}

}  // namespace

TEST_CASE("the workers of a pool are those of its schedule", "[planner]") {
    // By hours, those of the pipeline are never there; by dates, they are there until the first of them.
    const auto by_hours = small_scenario(
        "months: 1\npipeline: {fetchers: 32, schedule: [{hour: 8, fetchers: 1}, {hour: 20, fetchers: 6}]}\n");
    CHECK(planner::workers_of(by_hours, Pool::fetchers) == planner::WorkerRange{1, 6});
    const auto by_dates = small_scenario(
        "months: 1\npipeline: {fetchers: 32, schedule: [{from: 2013-01-02T00:00Z, fetchers: 4}]}\n");
    CHECK(planner::workers_of(by_dates, Pool::fetchers) == planner::WorkerRange{4, 32});
    CHECK_FALSE(planner::is_scheduled(by_dates, Pool::uploaders));
    CHECK(planner::workers_of(small_scenario("pipeline: {fetchers: 3}\n"), Pool::fetchers) ==
          planner::WorkerRange{3, 3});
}

TEST_CASE("one worker fewer is one fewer at every step of the schedule, but never none", "[planner]") {
    const auto scenario = small_scenario(
        "pipeline: {fetchers: 1, schedule: [{hour: 8, fetchers: 1}, {hour: 20, fetchers: 6}]}\n");
    const auto fewer = planner::with_one_fewer(scenario, Pool::fetchers);
    REQUIRE(fewer);
    CHECK(planner::workers_of(*fewer, Pool::fetchers) == planner::WorkerRange{1, 5});
    CHECK(fewer->pipeline.uploaders == scenario.pipeline.uploaders);
    // Of one at all hours none can go, whatever the pipeline says.
    CHECK_FALSE(planner::with_one_fewer(
        small_scenario("pipeline: {fetchers: 32, schedule: [{hour: 0, fetchers: 1}]}\n"), Pool::fetchers));
}

TEST_CASE("a number of workers is that at all hours", "[planner]") {
    const auto scenario = small_scenario(
        "pipeline: {fetchers: 4, schedule: [{hour: 8, fetchers: 1}, {hour: 20, fetchers: 6, uploaders: "
        "2}]}\n");
    const auto three = planner::with_workers(scenario, Pool::fetchers, 3);
    CHECK(planner::workers_of(three, Pool::fetchers) == planner::WorkerRange{3, 3});
    CHECK(planner::workers_of(three, Pool::uploaders) == planner::WorkerRange{2, 2});
}

TEST_CASE("workers needed do not depend on what the schedule or the unused key says", "[planner]") {
    // 240 s / n <= 30 s from n = 8 on. The model looks at the workers that are there most.
    const planner::RunPools run = [](const scenario::Scenario& scenario,
                                     std::optional<service::WatchedTime>) -> Result<PoolRun> {
        const Duration latency = seconds{240} / planner::workers_of(scenario, Pool::fetchers).most;
        return run_of(latency, latency);
    };
    for (const char* pipeline :
         {"{fetchers: 4}", "{fetchers: 32, schedule: [{hour: 0, fetchers: 4}]}",
          "{fetchers: 1, schedule: [{hour: 0, fetchers: 4}]}",
          "{fetchers: 1, schedule: [{hour: 0, fetchers: 20}, {hour: 12, fetchers: 4}]}"}) {
        INFO(pipeline);
        const auto scenario = small_scenario(std::string{"months: 24\npipeline: "} + pipeline + '\n');
        const auto today = run(scenario, std::nullopt);
        REQUIRE(today);
        planner::WorkerSearch search{scenario, Pool::fetchers, {.within = seconds{30}}, *today, run};
        CHECK(search.needed(0) == 8);
    }
}

namespace {

/// Two years of 8,760 h. The fetchers have 1 h of work in the first hour of the first year and `fetched` in
/// the first of the second; the uploaders 1 h in both.
planner::RunPools with_work(std::uint64_t fetched) {
    return [fetched](const scenario::Scenario&, std::optional<service::WatchedTime>) -> Result<PoolRun> {
        PoolRun run = run_of(seconds{1}, seconds{1});
        run.fetchers.busy_by_hour.assign(8'761, 0);
        run.fetchers.busy_by_hour.front() = kHour;
        run.fetchers.busy_by_hour.back() = fetched;
        run.uploaders.busy_by_hour.assign(8'761, 0);
        run.uploaders.busy_by_hour.front() = run.uploaders.busy_by_hour.back() = kHour;
        run.sight.drained = hours{1'000'000};
        return run;
    };
}

}  // namespace

TEST_CASE("the table says in how many years a pool is full", "[planner]") {
    // The fetchers from 1 of 4 to 2 of 4: doubled each year, full in two. The uploaders do not grow.
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 4, uploaders: 4}\n");
    const auto table = planner::pool_table(scenario, hours{4}, 1, with_work(2 * kHour));
    REQUIRE(table);
    CHECK(table->pools[0].saturation.growth_of_peak == 100);
    CHECK(table->pools[0].saturation.years_to_full == 2);
    CHECK(table->pools[1].saturation.growth_of_peak == 0);
    CHECK_FALSE(table->pools[1].saturation.years_to_full);
    CHECK_FALSE(table->pools[1].saturation.growth_is_hidden);
}

TEST_CASE("a pool that grows by less than 0.1 % a year is full all the same", "[planner]") {
    // From 25 % to 25.01 %: log(4) / log(1.0004) = 3466.4 years.
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 4, uploaders: 4}\n");
    const auto table = planner::pool_table(scenario, hours{4}, 1, with_work(kHour + kHour / 2'500));
    REQUIRE(table);
    CHECK(table->pools[0].saturation.growth_of_peak == 0);
    CHECK(table->pools[0].saturation.years_to_full == Rational{34'664, 10});
}

TEST_CASE("behind fetchers that are full the growth of the uploaders is not to be seen", "[planner]") {
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 4, uploaders: 4}\n");
    const auto table = planner::pool_table(scenario, hours{4}, 1, with_work(4 * kHour));
    REQUIRE(table);
    CHECK(table->pools[0].saturation.hour == 8'760);
    CHECK(table->pools[1].saturation.growth_is_hidden);
    CHECK_FALSE(table->pools[1].saturation.growth_of_peak);
}

TEST_CASE("a pool without work has neither an outage nor one worker fewer", "[planner]") {
    const planner::RunPools run = [](const scenario::Scenario&,
                                     std::optional<service::WatchedTime>) -> Result<PoolRun> {
        PoolRun idle;
        idle.sight.files_by_year = {0};
        idle.sight.latency_by_year.resize(1);
        return idle;
    };
    const auto table = planner::pool_table(small_scenario("months: 1\n"), hours{4}, 1, run);
    REQUIRE(table);
    for (const planner::PoolRow& row : table->pools) {
        CHECK_FALSE(row.has_work());
        CHECK_FALSE(row.outage);
        CHECK_FALSE(row.fewer);
        CHECK(row.needed.front().limit == PoolLimit::no_files);
    }
}

TEST_CASE("an outage longer than the months is refused", "[planner]") {
    // January has 744 hours.
    const planner::RunPools run = faster_with_fetchers(Duration{0});
    const auto table = planner::pool_table(small_scenario("months: 1\n"), hours{745}, 1, run);
    REQUIRE_FALSE(table);
    CHECK(table.error().front().code == "outage-too-long");
}

TEST_CASE("the least number of workers is found for each year", "[planner]") {
    // 240 s / n <= 30 s from n = 8 on, twice that from n = 16 on.
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 3}\n");
    const planner::RunPools run = faster_with_fetchers(Duration{0});
    const auto today = run(scenario, std::nullopt);
    REQUIRE(today);
    planner::WorkerSearch search{scenario, Pool::fetchers, {.within = seconds{30}}, *today, run};
    CHECK(search.needed(0) == 8);
    CHECK(search.needed(1) == 16);
}

TEST_CASE("a run of the search is not made twice", "[planner]") {
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 3}\n");
    const planner::RunPools model = faster_with_fetchers(Duration{0});
    std::atomic<int> runs = 0;
    const planner::RunPools run = [&](const scenario::Scenario& changed,
                                      std::optional<service::WatchedTime> watched) {
        ++runs;
        return model(changed, watched);
    };
    const auto today = model(scenario, std::nullopt);
    REQUIRE(today);
    planner::WorkerSearch search{scenario, Pool::fetchers, {.within = seconds{30}}, *today, run};
    CHECK(search.needed(0) == 8);
    const int before = runs;
    CHECK(search.needed(0) == 8);
    CHECK(runs == before);
}

TEST_CASE("where no number of workers is enough the table says what binds", "[planner]") {
    // Uploaders change nothing, so the fetchers bind; no pool helps against a floor of 45 s.
    const auto scenario = small_scenario(
        "months: 24\npipeline: {fetchers: 3, uploaders: 2}\n"
        "targets: {stored_within: 30 s}\n");
    const auto table = planner::pool_table(scenario, hours{4}, 2, faster_with_fetchers(Duration{0}));
    REQUIRE(table);
    CHECK(table->pools[0].needed[1].workers == 16);
    CHECK(table->pools[1].needed[0].limit == PoolLimit::other_pool);
    const auto slow = planner::pool_table(scenario, hours{4}, 2, faster_with_fetchers(seconds{45}));
    REQUIRE(slow);
    CHECK(slow->pools[0].needed[0].limit == PoolLimit::place);
    CHECK(slow->pools[1].needed[0].limit == PoolLimit::place);
}

TEST_CASE("an outage begins with the busiest hour, and is of the stage's own resource", "[planner]") {
    const auto scenario = small_scenario("months: 24\npipeline: {fetchers: 3, uploaders: 2}\n");
    const planner::RunPools run = [](const scenario::Scenario& changed,
                                     std::optional<service::WatchedTime> watched) -> Result<PoolRun> {
        PoolRun watched_run = run_of(seconds{1}, seconds{1});
        if (!watched) return watched_run;
        // The fetchers' lines are empty 10 minutes after the end, the uploaders' never.
        const bool store = changed.place.outages.back().resource == scenario::Resource::store;
        watched_run.sight.drained =
            store ? std::optional<Duration>{watched->end + minutes{10}} : std::nullopt;
        return watched_run;
    };
    const auto table = planner::pool_table(scenario, hours{4}, 1, run);
    REQUIRE(table);
    REQUIRE((table->pools[0].outage && table->pools[1].outage));
    CHECK(table->pools[0].outage->time.begin == hours{1});
    CHECK(table->pools[0].outage->time.end == hours{5});
    CHECK(table->pools[0].outage->drained_after == minutes{10});
    CHECK_FALSE(table->pools[1].outage->drained_after);
}

TEST_CASE("the pool table has the first error of its runs", "[planner]") {
    const planner::RunPools run = [](const scenario::Scenario&,
                                     std::optional<service::WatchedTime>) -> Result<PoolRun> {
        return failure({.code = "test", .what = "no"});
    };
    const auto table = planner::pool_table(small_scenario(""), hours{4}, 2, run);
    REQUIRE_FALSE(table);
    CHECK(table.error().front().code == "test");
}
