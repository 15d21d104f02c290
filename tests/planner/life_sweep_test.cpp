// Restores and audits of many bundle sizes behind one pass over the files.
#include "core/planner/pipeline_of.hpp"
#include "core/planner/policy_runs.hpp"
#include "core/planner/service_simulation.hpp"
#include "core/pricing/price.hpp"
#include "core/workload/reference_w1.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/planner/glacier_book.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::planner;
using firn::planner::test::book;

namespace {

constexpr std::uint64_t kFiles = 20'000;

scenario::Scenario restored_and_audited() {
    return yaml::read_scenario("s.yaml", R"(scenario: 1
name: life
start: 2013-01-01
months: 2
workload: {reference_w1: {}}
restores:
  - {name: daily, rate: 20/day, ranges: true}
  - {name: all, batch: all, at: 2013-02-03, pacing: free}
audit: {share: 10 %, every: 6 h}
restore_test: {files: 5}
damage: {rate: 20 %}
)")
        .value();
}

Result<workload::FileSource> open_files() { return workload::reference_w1(kFiles); }

std::vector<backup::BundlePolicy> policies() {
    std::vector<backup::BundlePolicy> policies;
    for (const std::int64_t mb : std::vector<std::int64_t>{1, 8, 25, 400})
        policies.push_back({Bytes{mb * 1'000'000}, std::chrono::seconds{30}});
    policies.push_back({Bytes{1'000'000}, std::chrono::seconds{30}, backup::Packing::each_alone});
    return policies;
}

Money cost_of(const usage::Usage& usage) {
    return pricing::price(usage, book(), {.rounding = pricing::Rounding::exact}).value().total_exact;
}

PolicyRun run_alone(const scenario::Scenario& scenario, const backup::BundlePolicy& policy) {
    service::ServiceSettings settings = service_of(scenario, book(), {});
    settings.pipeline.bundle_size = policy.size;
    settings.pipeline.max_age = policy.max_age;
    settings.pipeline.packing = policy.packing;
    return run_whole_service(scenario, book(), settings, replay_options_of(scenario),
                             {.live = workload::reference_w1(kFiles)})
        .value();
}

}  // namespace

TEST_CASE("restores and audits behind one pass are those of a run for each size", "[planner]") {
    const scenario::Scenario scenario = restored_and_audited();
    backup::ReplayOptions options = replay_options_of(scenario);
    options.threads = GENERATE(1U, 3U);
    const auto all = policies();
    const auto runs = run_policies(scenario, book(), open_files, {}, all, options, {});
    REQUIRE(runs);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO("policy " << i);
        const PolicyRun alone = run_alone(scenario, all[i]);
        CHECK((*runs)[i].service->life == alone.service->life);
        CHECK((*runs)[i].service->life.restores[1].restored > 0);
        CHECK((*runs)[i].replay.fingerprint == alone.replay.fingerprint);
        CHECK(cost_of((*runs)[i].usage) == cost_of(alone.usage));
    }
}
