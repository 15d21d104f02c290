// The figures of many runs and their spread.
#include "core/planner/figure_table.hpp"
#include "tests/support/catch.hpp"

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::planner;

namespace {

using Run = std::vector<Figure>;

/// These runs, of which the last is added first.
std::vector<FigureSpread> spreads_backwards(const std::vector<Run>& runs) {
    FigureTable table{runs.size()};
    for (std::size_t run = runs.size(); run > 0; --run)
        table.add(run - 1, runs[run - 1]);
    return table.spreads();
}

std::vector<FigureSpread> spreads_of(const std::vector<Run>& runs) {
    FigureTable table{runs.size()};
    for (std::size_t run = 0; run < runs.size(); ++run)
        table.add(run, runs[run]);
    return table.spreads();
}

FigureSpread spread_of_values(const std::vector<std::optional<Rational>>& values) {
    std::vector<Run> runs;
    for (const auto& value : values)
        runs.push_back({{"x", FigureKind::count, value}});
    return spreads_of(runs).front();
}

/// A run whose figures are 1 each.
Run listing(const std::vector<std::string>& names) {
    Run run;
    for (const std::string& name : names)
        run.push_back({name, FigureKind::cost, 1});
    return run;
}

std::string names_of(const std::vector<FigureSpread>& spreads) {
    std::string names;
    for (const FigureSpread& spread : spreads)
        names += spread.name;
    return names;
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

TEST_CASE("what a run does not list is 0 in it", "[planner]") {
    // An early deletion is in the second bill alone: 0, 6 and 0, mean 2.
    const std::vector<FigureSpread> spreads =
        spreads_of({{{"storage", FigureKind::cost, 1}, {"total", FigureKind::cost, 1}},
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

TEST_CASE("figures stand in the order of the first run that lists them, whichever is added first",
          "[planner]") {
    // c comes behind b in run 1; in run 2 x comes first of all, and d behind b, before the c of run 1.
    const std::vector<Run> runs{listing({"a", "b", "z"}), listing({"a", "b", "c", "z"}),
                                listing({"x", "a", "b", "d", "z"}), listing({"a", "b", "z"})};
    CHECK(names_of(spreads_of(runs)) == "xabdcz");
    CHECK(names_of(spreads_backwards(runs)) == "xabdcz");
    CHECK(spreads_backwards(runs)[0].mean == Rational{1, 4});
}

TEST_CASE("values are kept as they are, however large or fine", "[planner]") {
    const Rational large{Integer{std::numeric_limits<std::int64_t>::max()} * 1'000};
    const Rational fine{Rational{1} / large};
    const Rational least{std::numeric_limits<std::int64_t>::min()};
    const FigureSpread spread = spread_of_values({large, Rational{-1, 3}, least, fine});
    CHECK(spread.max == large);
    CHECK(spread.min == least);
    CHECK(spread.p50 == Rational{-1, 3});
    CHECK(spread.mean == Rational{(large + fine + least - Rational{1, 3}) / 4});
}
