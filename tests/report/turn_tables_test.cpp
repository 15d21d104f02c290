#include "core/report/turn_tables.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

Turn growth_tried(const Rational& from, const Rational& to) {
    return {.assumption = {.key = "growth",
                           .unit = ParameterUnit::percent,
                           .value = Rational{0},
                           .cheap = from,
                           .dear = to}};
}

}  // namespace

TEST_CASE("a growth at both of whose ends nothing can be billed says so", "[report]") {
    Results results;
    results.turns = {growth_tried(Rational{-1, 2}, Rational{0}), growth_tried(Rational{0}, Rational{0})};
    const report::Table table = report::steady_table(results);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0][0] == "growth of what is added, a year");
    CHECK(table.rows[0][2] == "-50 % to 0 %");
    CHECK(table.rows[1][2] == "no other one can be billed");
}
