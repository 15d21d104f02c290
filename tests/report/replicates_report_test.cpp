#include "core/report/replicates_report.hpp"

#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using planner::FigureKind;
using planner::FigureSpread;

namespace {

FigureSpread figure(std::string name, FigureKind kind, std::uint64_t runs, const Rational& p10,
                    const Rational& p50, const Rational& p90) {
    return {.name = std::move(name),
            .kind = kind,
            .runs = runs,
            .mean = (p10 + p50 + p90) / 3,
            .p10 = p10,
            .p50 = p50,
            .p90 = p90,
            .min = p10,
            .max = p90,
            .deviation = Rational{1, 2}};
}

/// Three runs of a service with a backfill that two of them finish.
struct Case {
    scenario::Scenario scenario;
    planner::Replicates replicates;
    pricing::Bill bill;

    [[nodiscard]] report::ReplicatesReport told() const {
        return {scenario, replicates, bill, "a workload", {.program_version = "1"}};
    }
};

Case sample() {
    Case made;
    auto scenario = yaml::read_scenario("s.yaml",
                                        "scenario: 1\nname: test\nstart: 2013-01-01\nworkload: "
                                        "{reference_w1: {}}\nbackfill: {files: 10, mean_size: 1 MB}\n");
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    made.scenario = std::move(scenario).value();
    made.bill.currency = "USD";
    made.replicates.seeds = {1, 2, 3};
    made.replicates.figures = {
        figure("latency_us.p99", FigureKind::microseconds, 3, 6'000'000, 6'700'000, 7'200'000),
        figure("total", FigureKind::cost, 3, Rational{119, 10}, Rational{123, 10}, Rational{128, 10}),
        figure("closed_by_age", FigureKind::count, 3, 0, 0, 0),
        figure("service.backfill.done_us", FigureKind::microseconds, 2, 60'000'000, 60'000'000, 120'000'000)};
    return made;
}

}  // namespace

TEST_CASE("replicates are told by a sentence first", "[report]") {
    const std::string text = report::replicates_text(sample().told());
    CHECK_THAT(
        text,
        Catch::StartsWith(
            "In 3 runs 99 % of the live files are stored within 6.70 s (P50) or 7.20 s (P90); the bills "
            "come to 12.30 USD (P10 11.90, P90 12.80).\n"
            "The backfill is done after 1.00 min (P50) or 2.00 min (P90); in 1 of 3 runs it is not "
            "done.\n"));
}

TEST_CASE("what is zero in all replicates is not in the table, but in CSV and JSON", "[report]") {
    const Case made = sample();
    CHECK_THAT(report::replicates_text(made.told()), !Catch::Contains("closed_by_age"));
    CHECK_THAT(report::replicates_csv(made.told()), Catch::Contains("\nclosed_by_age,3,0,0,0,0,0,0,0.5\n"));
    CHECK_THAT(report::replicates_json(made.told()), Catch::Contains("\"closed_by_age\""));
}

TEST_CASE("the table of replicates says what it leaves out: zeros, months, hours of the day and grades",
          "[report]") {
    Case made = sample();
    for (const char* const name : {"months.1.bill.total", "hours.24.archives", "grades.prices.sourced"})
        made.replicates.figures.push_back(figure(name, FigureKind::count, 3, 1, 2, 3));
    const std::string text = report::replicates_text(made.told());
    CHECK_THAT(text,
               Catch::Contains("JSON and CSV have also what is zero in all of them, months, hours of the "
                               "day and grades:\n"));
    for (const char* const name : {"months.1.", "hours.24.", "grades.prices."}) {
        CHECK_THAT(text, !Catch::Contains(name));
        CHECK_THAT(report::replicates_csv(made.told()), Catch::Contains(name));
    }
}

TEST_CASE("the JSON of replicates has counts as numbers and costs as decimals", "[report]") {
    const std::string json = report::replicates_json(sample().told());
    CHECK_THAT(json, Catch::Contains("\"p50\": 6700000"));
    CHECK_THAT(json, Catch::Contains("\"p50\": \"12.3\""));
    CHECK_THAT(json, Catch::Contains("\"runs\": 2"));
}

TEST_CASE("a figure that no replicate has is null", "[report]") {
    Case made = sample();
    made.replicates.figures.back() = {.name = "service.backfill.done_us", .kind = FigureKind::microseconds};
    CHECK_THAT(report::replicates_json(made.told()), Catch::Contains("\"p90\": null"));
    CHECK_THAT(report::replicates_text(made.told()),
               Catch::Contains("The backfill is not done in any of the 3 runs."));
}
