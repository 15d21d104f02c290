#include "core/report/grade_report.hpp"

#include "core/report/adding_up.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::report;
using planner::CostGrades;
using planner::GradedCost;
using pricing::Grade;

namespace {

Money usd(const char* amount) { return Money{Rational{amount}}; }

GradedCost thirds() {
    GradedCost cost;
    for (const Grade grade : {Grade::sourced, Grade::assumed, Grade::unconfirmed})
        cost.of(grade) = usd("1/3");
    return cost;
}

}  // namespace

// 555.53 of 567.13 are 97.95 %, 21.60 are 3.81 %, -10 are -1.76 %.
TEST_CASE("the shares of a total are told by price, by quantity and by the weaker", "[report]") {
    CostGrades grades;
    grades.prices.of(Grade::sourced) = usd("55553/100");
    grades.prices.of(Grade::unconfirmed) = usd("108/5");
    grades.prices.of(Grade::stated) = usd("-10");
    grades.quantities.of(Grade::measured) = usd("56713/100");
    grades.weaker = grades.prices;
    CHECK(grades_text(grades) ==
          "shares of the total: prices 98.0 % sourced, -1.8 % stated, 3.8 % unconfirmed; quantities 100.0 % "
          "measured; by the weaker of both 98.0 % sourced, -1.8 % stated, 3.8 % unconfirmed");
    CHECK(grades_json(grades)["prices"]["stated"] == "-10");
    CHECK(grades_json(grades)["prices"]["measured"] == "0");
}

TEST_CASE("shares add up as they are shown", "[report]") {
    const CostGrades grades{thirds(), thirds(), thirds()};
    CHECK(grades_text(grades).find("prices 33.4 % sourced, 33.3 % assumed, 33.3 % unconfirmed;") !=
          std::string::npos);
    const Json prices = grades_json(grades)["prices"];
    CHECK(prices["sourced"] == "0.333333333334");
    CHECK(prices["assumed"] == "0.333333333333");
    CHECK(prices["unconfirmed"] == "0.333333333333");
}

TEST_CASE("of nothing there are no shares", "[report]") {
    CHECK(grades_text({}).empty());
    CHECK(grades_json({})["unconfirmed_percent"] == "0");
}

TEST_CASE("parts of a sum are rounded so that they add up", "[report]") {
    CHECK(adding_up({Rational{1, 3}, Rational{1, 3}, Rational{1, 3}}, 1) ==
          std::vector<Rational>{Rational{2, 5}, Rational{3, 10}, Rational{3, 10}});
    // 0.04 + 0.04 - 1 = -0.92, shown as -0.9.
    CHECK(adding_up({Rational{1, 25}, Rational{1, 25}, Rational{-1}}, 1) ==
          std::vector<Rational>{Rational{1, 10}, Rational{0}, Rational{-1}});
    CHECK(adding_up({}, 2).empty());
}
