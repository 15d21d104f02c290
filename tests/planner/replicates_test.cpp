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

namespace {

scenario::Scenario with(const std::string& settings) {
    auto scenario = yaml::read_scenario("s.yaml", "scenario: 1\nname: test\nstart: 2013-01-01\n" + settings);
    INFO((scenario ? "" : to_text(scenario.error())));
    REQUIRE(scenario);
    return std::move(scenario).value();
}

/// A run that says nothing but what it was given.
Result<std::vector<Figure>> tell_seed(const scenario::Scenario& scenario, std::uint64_t number) {
    return std::vector<Figure>{{"seed", FigureKind::count, Rational{scenario.seed}},
                               {"number", FigureKind::count, Rational{number}}};
}

}  // namespace

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
