// Runs of a scenario that differ by their seed, and the spread of their figures.
#include "core/planner/replicates.hpp"

#include "core/random/stream.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace firn;
using planner::Figure;
using planner::FigureKind;
using planner::FigureSpread;

namespace {

scenario::Scenario with(const std::string& settings) {
    auto scenario = yaml::read_scenario("s.yaml", "scenario: 1\nname: test\nstart: 2013-01-01\n" + settings);
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    return std::move(scenario).value();
}

std::vector<Figure> one_figure(std::optional<Rational> value) {
    return {{"x", FigureKind::count, std::move(value)}};
}

FigureSpread spread_of_values(const std::vector<std::optional<Rational>>& values) {
    std::vector<std::vector<Figure>> runs;
    for (const auto& value : values)
        runs.push_back(one_figure(value));
    return planner::spread_of(runs).front();
}

/// A run that says nothing but what it was given.
Result<std::vector<Figure>> tell_seed(const scenario::Scenario& scenario, std::uint64_t number) {
    return std::vector<Figure>{{"seed", FigureKind::count, Rational{scenario.seed}},
                               {"number", FigureKind::count, Rational{number}}};
}

}  // namespace

TEST_CASE("the spread of 1 to 10: quantiles are values of the rank ceil(q n)", "[planner]") {
    // Rank ceil(0.1 * 10) = 1, ceil(0.5 * 10) = 5, ceil(0.9 * 10) = 9. Mean 55 / 10.
    // Sum of squares about the mean: 2 * (0.25 + 2.25 + 6.25 + 12.25 + 20.25) = 82.5; 82.5 / 9 = 9.1666...,
    // its root is 3.027650354097...
    const FigureSpread spread = spread_of_values({7, 3, 10, 1, 5, 9, 2, 8, 4, 6});
    CHECK(spread.runs == 10);
    CHECK(spread.mean == Rational{11, 2});
    CHECK(spread.p10 == 1);
    CHECK(spread.p50 == 5);
    CHECK(spread.p90 == 9);
    CHECK(spread.min == 1);
    CHECK(spread.max == 10);
    CHECK(format_decimal(spread.deviation) == "3.027650354097");
}

TEST_CASE("a figure that some runs lack counts only those that have it", "[planner]") {
    // 4 and 8: mean 6, squares 4 + 4, by 1 run less: 8, its root 2.828427124746...
    const FigureSpread spread = spread_of_values({std::nullopt, 8, std::nullopt, 4});
    CHECK(spread.runs == 2);
    CHECK(spread.mean == 6);
    CHECK(spread.p50 == 4);
    CHECK(format_decimal(spread.deviation) == "2.828427124746");
}

TEST_CASE("a figure that no run has has no numbers", "[planner]") {
    const FigureSpread spread = spread_of_values({std::nullopt, std::nullopt});
    CHECK(spread.name == "x");
    CHECK(spread.runs == 0);
    CHECK(spread.max == 0);
}

TEST_CASE("the first replicate is the scenario itself, later ones have seeds of their own", "[planner]") {
    const scenario::Scenario scenario = with("seed: 7\nworkload: {reference_w1: {replicate: 3}}\n");
    CHECK(planner::replicate_of(scenario, 0).seed == 7);
    CHECK(planner::replicate_of(scenario, 0).workload.reference_w1->replicate == 3);
    CHECK(planner::replicate_of(scenario, 2).workload.reference_w1->replicate == 5);
    const random::Stream seeds{7, "replicates"};
    CHECK(planner::replicate_of(scenario, 2).seed == static_cast<std::int64_t>(seeds.at(2) >> 1U));
}

TEST_CASE("replicates do not depend on the number of threads", "[planner]") {
    const scenario::Scenario scenario = with("workload: {reference_w1: {}}\n");
    const auto one = planner::run_replicates(scenario, 50, 1, tell_seed);
    const auto four = planner::run_replicates(scenario, 50, 4, tell_seed);
    REQUIRE(one);
    REQUIRE(four);
    CHECK(one->seeds == four->seeds);
    CHECK(one->figures[0].mean == four->figures[0].mean);
    CHECK(one->figures[0].deviation == four->figures[0].deviation);
    // Numbers 0 to 49: mean 24.5.
    CHECK(four->figures[1].mean == Rational{49, 2});
}

TEST_CASE("no two of a thousand replicates share a seed", "[planner]") {
    const auto all = planner::run_replicates(with("workload: {reference_w1: {}}\n"), 1'000, 2, tell_seed);
    REQUIRE(all);
    const std::set<std::int64_t> different{all->seeds.begin(), all->seeds.end()};
    CHECK(different.size() == 1'000);
    CHECK(*different.begin() >= 0);
}

TEST_CASE("of several replicates that fail the first one tells why", "[planner]") {
    const auto fails_from_five = [](const scenario::Scenario& scenario,
                                    std::uint64_t number) -> Result<std::vector<Figure>> {
        return number < 5 ? tell_seed(scenario, number)
                          : failure({.code = "test", .what = std::to_string(number)});
    };
    const auto all = planner::run_replicates(with("workload: {reference_w1: {}}\n"), 40, 4, fails_from_five);
    REQUIRE_FALSE(all);
    CHECK(all.error().front().what == "5");
}

TEST_CASE("what a run does not list is 0 in it", "[planner]") {
    // An early deletion is in the second bill alone: 0, 6 and 0, mean 2.
    const std::vector<FigureSpread> spreads =
        planner::spread_of({{{"storage", FigureKind::cost, 1}, {"total", FigureKind::cost, 1}},
                            {{"storage", FigureKind::cost, 1},
                             {"early_deletion", FigureKind::cost, 6},
                             {"total", FigureKind::cost, 7}},
                            {{"storage", FigureKind::cost, 1}, {"total", FigureKind::cost, 1}}});
    REQUIRE(spreads.size() == 3);
    CHECK(spreads[0].name == "storage");
    CHECK(spreads[1].name == "early_deletion");
    CHECK(spreads[1].runs == 3);
    CHECK(spreads[1].mean == 2);
    CHECK(spreads[1].p50 == 0);
    CHECK(spreads[1].max == 6);
    CHECK(spreads[2].name == "total");
    CHECK(spreads[2].mean == 3);
}
