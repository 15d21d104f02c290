#include "core/report/simulation_report.hpp"

#include "core/report/json_value.hpp"
#include "core/report/run_json.hpp"
#include "core/report/target_sentences.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::report;
using namespace std::chrono_literals;

namespace {

/// Ten files in five archives, 99 % of them stored within a minute.
struct Run {
    scenario::Scenario scenario{};
    planner::Simulation simulation{};

    Run() {
        simulation.replay.files = 10;
        simulation.replay.archives = 5;
        simulation.replay.latency = {.p50 = 30s, .p95 = 50s, .p99 = 60s, .max = 90s};
        simulation.replay.at_risk.maximum = Bytes{5'000'000};
    }
    /// So many of the ten files are live ones, the others a backfill.
    void add_backfill(std::uint64_t live) {
        scenario.backfill.emplace();
        service::PipelineOutcome& pipeline = simulation.service.emplace().pipeline;
        pipeline.files = {.arrived = live, .stored = live};
        pipeline.backfill.emplace().files = {.arrived = 10 - live, .stored = 10 - live};
    }
    [[nodiscard]] SimulationReport told() const { return {scenario, simulation, {}, {}}; }
    [[nodiscard]] std::string first_sentence() const {
        const std::string text = simulation_text(told());
        return text.substr(0, text.find('\n'));
    }
    [[nodiscard]] std::vector<std::string> targets() const { return target_sentences(told()); }
};

}  // namespace

TEST_CASE("latencies are told of the live files where there is a backfill", "[report]") {
    Run run;
    CHECK(run.first_sentence() ==
          "10 files become 5 archives; 99 % of the files are stored within 1.00 min, the slowest after 1.50 "
          "min.");
    run.add_backfill(2);
    CHECK(run.first_sentence() ==
          "10 files become 5 archives; 99 % of the live files are stored within 1.00 min, the slowest after "
          "1.50 min.");
}

TEST_CASE("a backfill alone has no latency and misses no target of it", "[report]") {
    Run run;
    run.add_backfill(0);
    run.scenario.targets.stored_within = 10s;
    CHECK(run.first_sentence() == "10 files become 5 archives; no live file is stored.");
    CHECK(run.targets().empty());
    CHECK(targets_json(run.told())["stored_within"]["meets_target"].is_null());
}

TEST_CASE("each target of a run is told to be met or missed", "[report]") {
    Run run;
    CHECK(run.targets().empty());
    CHECK_FALSE(run_json(run.told()).contains("targets"));
    run.simulation.replay.restore_read = 20'000'000;  // of ten files
    run.scenario.targets.stored_within = 1min;
    run.scenario.targets.restore_read = Bytes{1'000'000};
    run.scenario.targets.at_risk = Bytes{6'000'000};
    CHECK(
        run.targets() ==
        std::vector<std::string>{
            "The target that 99 % of the files are stored within 1 min is met: it takes 1.00 min.",
            "The target that a restore of a file reads at most 1 MB in the mean is missed: it reads 2.00 MB.",
            "The target of at most 6 MB at risk is met: up to 5.00 MB had arrived and was not yet stored."});
    run.scenario.targets.stored_share = scenario::LatencyQuantile::max;
    run.scenario.targets.at_risk = Bytes{4'000'000};
    CHECK(run.targets()[0] ==
          "The target that all files are stored within 1 min is missed: it takes 1.50 min.");
    CHECK(run.targets()[2] ==
          "The target of at most 4 MB at risk is missed: up to 5.00 MB had arrived and was not yet stored.");
    CHECK(run_json(run.told())["targets"] ==
          Json{{"stored_within", {{"target_us", 60'000'000}, {"share", "max"}, {"meets_target", false}}},
               {"restore_read", {{"target_bytes", 1'000'000}, {"meets_target", false}}},
               {"at_risk", {{"target_bytes", 4'000'000}, {"meets_target", false}}}});
}
