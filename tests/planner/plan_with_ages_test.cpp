#include "core/planner/plan.hpp"
#include "core/planner/simulation.hpp"
#include "core/scenario/field.hpp"
#include "core/workload/reference_w1.hpp"
#include "tests/planner/glacier_book.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;
using firn::planner::test::book;
using namespace std::chrono_literals;

namespace {

scenario::Scenario w1() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.start = *parse_rfc3339("2012-11-01");
    scenario.region = "us-east-1";
    scenario.price_book = "aws-glacier";
    return scenario;
}

Plan plan_of(const scenario::Scenario& scenario, const std::vector<MaxAge>& ages) {
    const OpenFiles open = []() -> Result<workload::FileSource> { return workload::reference_w1(20'000); };
    return make_plan(scenario, open, book(), {.threads = 2, .ages = ages}).value();
}

SizeOutcome run_alone(scenario::Scenario scenario, const SizeOutcome& pair) {
    scenario.pipeline.bundle_size = pair.bundle_size;
    scenario.pipeline.max_age = pair.max_age;
    auto files = workload::reference_w1(20'000);
    const Simulation run =
        simulate(scenario, files, book(), {.pricing = {.rounding = pricing::Rounding::exact}}).value();
    return outcome_of(run.replay, run.bill, scenario.targets);
}

void check_same(const SizeOutcome& found, const SizeOutcome& expected) {
    CHECK(found.archives == expected.archives);
    CHECK(found.closed_by_age == expected.closed_by_age);
    CHECK(found.cost == expected.cost);
    CHECK(found.latency == expected.latency);
    CHECK(found.mean_bundle == expected.mean_bundle);
    CHECK(found.restore_read == expected.restore_read);
    CHECK(found.at_risk_max == expected.at_risk_max);
}

}  // namespace

TEST_CASE("each pair of a plan with ages is what a run with that size and age gives", "[planner]") {
    const scenario::Scenario scenario = w1();
    const Plan plan = plan_of(scenario, {std::nullopt, 10s, 1s});
    REQUIRE(plan.ages.size() == 3);
    CHECK(plan.ages.front().max_age == MaxAge{1s});
    CHECK(plan.ages.back().max_age == std::nullopt);
    for (const AgePlan& age : plan.ages) {
        REQUIRE(age.sizes.size() == 12);
        for (const SizeOutcome& pair : age.sizes) {
            CAPTURE(to_text(pair.bundle_size));
            CHECK(pair.max_age == age.max_age);
            check_same(pair, run_alone(scenario, pair));
        }
    }
}

TEST_CASE("a plan leaves out what does not fit on the staging disk", "[planner]") {
    scenario::Scenario scenario = w1();
    scenario.place.staging = Bytes::from_mib(64);
    for (const std::vector<MaxAge>& ages : {std::vector<MaxAge>{}, std::vector<MaxAge>{10s}}) {
        const Plan plan = plan_of(scenario, ages);
        CHECK(plan.sizes.back().bundle_size == Bytes::from_mib(64));
    }
}

TEST_CASE("a plan with ages keeps the sizes, bill and hours of the pair that it recommends", "[planner]") {
    scenario::Scenario scenario = w1();
    scenario.targets.stored_within = 15s;
    const Plan plan = plan_of(scenario, {1s, 10s, 1h});
    const SizeOutcome& chosen = plan.recommended();
    CHECK(chosen.meets_targets());
    CHECK(chosen.max_age == plan.ages[plan.pair.age].max_age);
    CHECK(plan.replay.max_age == chosen.max_age);
    CHECK(plan.replay.bundle_size == chosen.bundle_size);
    CHECK(plan.bill.total_exact == chosen.cost);
    CHECK(plan.cheapest().cost <= chosen.cost);
    std::uint64_t archives = 0;
    for (const backup::HourOfDay& hour : plan.replay.hours)
        archives += hour.archives;
    CHECK(archives == chosen.archives);
}

TEST_CASE("a plan with the scenario's age alone agrees with the plain plan on every size of both",
          "[planner]") {
    const scenario::Scenario scenario = w1();
    const Plan plain = plan_of(scenario, {});
    const Plan aged = plan_of(scenario, {scenario.pipeline.max_age});
    CHECK(plain.ages.empty());
    for (const SizeOutcome& outcome : aged.sizes) {
        const auto same = std::find_if(plain.sizes.begin(), plain.sizes.end(), [&](const SizeOutcome& size) {
            return size.bundle_size == outcome.bundle_size;
        });
        REQUIRE(same != plain.sizes.end());
        check_same(*same, outcome);
    }
}
