// What is said of the pools.
#include "core/report/pool_sentences.hpp"

#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using planner::AfterOutage;
using planner::Pool;
using planner::PoolRow;
using planner::PoolTable;
using report::PoolReport;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

scenario::Scenario two_years() {
    auto scenario = yaml::read_scenario(
        "s.yaml", "scenario: 1\nname: test\nstart: 2013-01-01\nmonths: 24\nworkload: {reference_w1: {}}\n");
    REQUIRE(scenario);
    return std::move(scenario).value();
}

/// Half at work in the mean, 90 % in the second hour.
PoolRow busy_row(Pool pool) {
    PoolRow row;
    row.pool = pool;
    row.workers = {4, 4};
    row.use.mean = Rational{1, 2};
    row.use.peak = Rational{9, 10};
    row.use.peak_hour = 1;
    row.use.peak_by_year = {Rational{385, 1'000}, Rational{9, 10}};
    row.fewer = planner::FewerWorkers{.workers = {3, 3}, .p99 = seconds{2}, .use_mean = Rational{2, 3}};
    row.outage = AfterOutage{.time = {hours{30}, hours{34}},
                             .most_files = 1,
                             .most_archives = 4,
                             .staging_most = Bytes{4'000'000'000},
                             .drained_after = seconds{1'000}};
    row.needed = {{.workers = 3}, {.workers = 3}};
    return row;
}

/// What is said and shown of two rows.
struct Told {
    PoolTable table;
    scenario::Scenario scenario = two_years();

    explicit Told(PoolRow fetchers) {
        table.target = seconds{60};
        table.pools = {std::move(fetchers), busy_row(Pool::uploaders)};
    }
    [[nodiscard]] PoolReport report() const { return {scenario, table, "as read", {}}; }
    /// Of the fetchers, after the first of all.
    [[nodiscard]] std::string sentence(std::size_t i) const { return pool_sentences(report())[1 + i]; }
    [[nodiscard]] nlohmann::json json() const {
        return nlohmann::json::parse(pools_json(report()))["pools_table"]["pools"][0];
    }
    [[nodiscard]] std::string cell(const std::string& figure) const {
        for (const auto& row : pool_figures(report()).rows) {
            if (row[0] == figure) return row[1];
        }
        return "no such figure";
    }
};

}  // namespace

TEST_CASE("an outage is said to be over when the backlog is gone", "[report]") {
    PoolRow row = busy_row(Pool::fetchers);
    const Told told{row};
    CHECK(told.sentence(2) ==
          "After an outage of the store of 4 h from 2013-01-02T06:00:00Z on up to 1 file and 4 archives wait "
          "or "
          "are held up, 4.00 GB lie on the staging disk, and the backlog is gone 16.7 min after its end.");
    row.outage->arrivals_had_ended = true;
    CHECK(Told{row}.sentence(2).ends_with("16.7 min after its end, when no file arrives any more."));
    row.outage->drained_after.reset();
    CHECK(Told{row}.sentence(2).ends_with(", and the backlog is never gone while files arrive."));
    CHECK(Told{row}.cell("outage: caught up after") == "never");
    CHECK(Told{row}.json()["outage"]["drained_after_us"].is_null());
}

TEST_CASE("workers by schedule are told as those that are there", "[report]") {
    PoolRow row = busy_row(Pool::fetchers);
    row.is_scheduled = true;
    row.workers = {2, 6};
    row.fewer->workers = {1, 5};
    const Told told{row};
    CHECK(told.sentence(0).starts_with("The fetchers (2 to 6, as scheduled) are busy 50.0 %"));
    CHECK(
        told.sentence(1) ==
        "With one fewer at every step of the schedule (1 to 5 fetchers), 99 % of the files are stored within "
        "2.00 s, and the workers are busy 66.7 % of their time.");
    CHECK(told.sentence(3).starts_with("Workers needed at all hours so that files are stored within 1 min"));
    CHECK(told.cell("workers") == "2 to 6");
    CHECK(pools_text(told.report()).find("- schedule: 2 to 6 fetchers\n") != std::string::npos);
    CHECK(told.json()["workers"] == 6);
    CHECK(told.json()["workers_least"] == 2);
    CHECK(told.json()["one_fewer"]["workers_least"] == 1);
}

TEST_CASE("one worker of a schedule is told as one", "[report]") {
    PoolRow row = busy_row(Pool::fetchers);
    row.is_scheduled = true;
    row.workers = {1, 1};
    row.fewer->workers = {1, 1};
    const Told told{row};
    CHECK(told.sentence(1).starts_with("With one fewer at every step of the schedule (1 fetcher), 99 %"));
    CHECK(pools_text(told.report()).find("- schedule: 1 fetcher\n") != std::string::npos);
}

TEST_CASE("a pool that grows is said to be full in so many years", "[report]") {
    PoolRow row = busy_row(Pool::fetchers);
    row.saturation.growth_of_peak = Rational{50};
    row.saturation.years_to_full = Rational{24, 10};
    CHECK(Told{row}.sentence(4) ==
          "The busiest hour of the fetchers grows by 50.0 % a year; from 38.5 % in the first year it is full "
          "in "
          "2.4 years.");
    CHECK(Told{row}.cell("busy for a whole hour") == "in 2.4 years");
    CHECK(Told{row}.json()["saturation"]["full_in_years"] == "2.4");
    row.saturation.years_to_full.reset();
    row.saturation.growth_of_peak = Rational{-5};
    CHECK(
        Told{row}.sentence(4) ==
        "The busiest hour of the fetchers shrinks by 5.0 % a year from 38.5 % in the first year, so that it "
        "never fills.");
    CHECK(Told{row}.cell("busy for a whole hour") == "never");
    row.saturation.growth_of_peak = Rational{0};
    CHECK(Told{row}.sentence(4) ==
          "The busiest hour of the fetchers stays at 38.5 %, so that it never fills.");
    CHECK(Told{row}.cell("busy for a whole hour") == "never");
    row.saturation = {.growth_is_hidden = true};
    CHECK(Told{row}.sentence(4) ==
          "How the busiest hour of the fetchers grows is not to be seen: no more comes to them than the "
          "uploaders, busy for whole hours, let through.");
}

TEST_CASE("a growth too small to be shown fills a pool all the same", "[report]") {
    PoolRow row = busy_row(Pool::fetchers);
    row.saturation.growth_of_peak = Rational{0};
    row.saturation.years_to_full = Rational{12, 10};
    CHECK(Told{row}.sentence(4) ==
          "The busiest hour of the fetchers grows by less than 0.1 % a year; from 38.5 % in the first year "
          "it is "
          "full in 1.2 years.");
    CHECK(Told{row}.cell("busy for a whole hour") == "in 1.2 years");
    row.saturation.years_to_full = 1'000;
    CHECK(Told{row}.cell("busy for a whole hour") == "in 1000.0 years");
    row.saturation.years_to_full = Rational{10'001, 10};
    CHECK(Told{row}.cell("busy for a whole hour") == "in more than 1,000 years");
    CHECK(Told{row}.json()["saturation"]["full_in_years"] == "1000.1");
}

TEST_CASE("outages of the scenario are told with how long they are in all", "[report]") {
    // 3 h and 1 h of the store.
    Told told{busy_row(Pool::fetchers)};
    const Instant start = told.scenario.start;
    for (const auto& [at, length] : {std::pair{hours{30}, hours{3}}, std::pair{hours{100}, hours{1}}})
        told.scenario.place.outages.push_back({.resource = scenario::Resource::store,
                                               .at = start + at,
                                               .length = length,
                                               .every = {},
                                               .lasts = {}});
    CHECK(pool_sentences(told.report()).back() ==
          "The store is out 2 times, 4.00 h in all, first on 2013-01-02 06:00.");
    const auto json = nlohmann::json::parse(pools_json(told.report()))["pools_table"]["outages"];
    CHECK(json == nlohmann::json::array({{{"resource", "store"},
                                          {"outages", 2},
                                          {"time_us", 14'400'000'000},
                                          {"first_at", "2013-01-02T06:00:00Z"}}}));
}

TEST_CASE("a pool that is full only after an outage does not saturate", "[report]") {
    // In the calm hours the fetchers come to 90 %.
    PoolRow row = busy_row(Pool::fetchers);
    CHECK(pool_sentences(Told{row}.report()).front() ==
          "Neither pool is ever busy for a whole hour; the fetchers come closest with 90.0 %.");
    row.use.peak = 1;
    CHECK(pool_sentences(Told{row}.report()).front() ==
          "Neither pool is ever busy for a whole hour but to catch up with an outage; the fetchers come "
          "closest "
          "with 90.0 %.");
}

TEST_CASE("a pool without work is said to have none", "[report]") {
    PoolRow idle;
    idle.pool = Pool::fetchers;
    idle.workers = {4, 4};
    idle.use.peak_by_year = {0, 0};
    idle.needed = {{.limit = planner::PoolLimit::no_files}, {.limit = planner::PoolLimit::no_files}};
    Told told{idle};
    CHECK(told.sentence(0) == "The fetchers have nothing to do.");
    CHECK(told.cell("outage: caught up after") == "-");
    CHECK(told.cell("busiest hour") == "-");
    CHECK(told.json()["outage"].is_null());
    told.table.pools[1] = idle;
    told.table.pools[1].pool = Pool::uploaders;
    CHECK(pool_sentences(told.report()) ==
          std::vector<std::string>{"The pools have nothing to do: no file arrives.",
                                   "The fetchers have nothing to do.", "The uploaders have nothing to do."});
}
