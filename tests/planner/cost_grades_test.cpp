#include "core/planner/cost_grades.hpp"

#include "core/scenario/field.hpp"
#include "tests/support/catch.hpp"

#include <vector>

using namespace firn;
using namespace firn::planner;
using usage::ChargeType;

using pricing::Grade;

namespace {

Money usd(const char* amount) { return Money{Rational{amount}}; }

pricing::LineItem line(ChargeType charge, const char* cost, std::vector<std::string> doubts = {}) {
    pricing::LineItem item;
    item.charge = charge;
    item.storage_class = "glacier";
    item.cost_exact = usd(cost);
    item.doubts = std::move(doubts);
    return item;
}

/// March 2013: 529 of storage, 26.53 of requests, a retrieval fee of 21.60 that no bill confirms, a discount.
pricing::Bill march() {
    pricing::Bill bill;
    bill.periods.push_back({.month = BillingPeriod{std::chrono::year{2013} / 3}});
    bill.periods.back().lines = {line(ChargeType::storage, "529"), line(ChargeType::requests, "2653/100"),
                                 line(ChargeType::retrieval, "108/5", {"the rule's day is not known"}),
                                 line(ChargeType::adjustment, "-10")};
    return bill;
}

pricing::PriceBook checked_until(const char* day) {
    pricing::PriceBook book;
    book.verified_until = day;
    return book;
}

scenario::Scenario counted() {
    scenario::Scenario scenario = scenario::default_scenario();
    scenario.workload.trace.emplace();
    return scenario;
}

}  // namespace

// Prices: 529 + 26.53 sourced, 21.60 unconfirmed, -10 stated. Quantities: 555.53 measured, 21.60 assumed. The
// weaker of measured and sourced is sourced; of assumed and unconfirmed it is unconfirmed.
TEST_CASE("each line of a bill counts by how its quantity and its price are known", "[grades]") {
    const CostGrades grades = grades_of(march(), counted(), checked_until("2024-01-01"));
    CHECK(grades.prices.of(Grade::sourced) == usd("55553/100"));
    CHECK(grades.prices.of(Grade::unconfirmed) == usd("108/5"));
    CHECK(grades.prices.of(Grade::stated) == usd("-10"));
    CHECK(grades.quantities.of(Grade::measured) == usd("55553/100"));
    CHECK(grades.quantities.of(Grade::assumed) == usd("108/5"));
    CHECK(grades.weaker.of(Grade::sourced) == usd("55553/100"));
    CHECK(grades.weaker.of(Grade::unconfirmed) == usd("108/5"));
    CHECK(grades.weaker.of(Grade::measured).is_zero());
}

TEST_CASE("grades add up to the total exactly, three times", "[grades]") {
    const CostGrades grades = grades_of(march(), counted(), checked_until("2024-01-01"));
    CHECK(grades.prices.total() == usd("56713/100"));
    CHECK(grades.quantities.total() == usd("56713/100"));
    CHECK(grades.weaker.total() == usd("56713/100"));
}

TEST_CASE("what a model draws is assumed, and so is what deletions leave", "[grades]") {
    scenario::Scenario drawn = scenario::default_scenario();
    scenario::Scenario deleted = counted();
    deleted.life.changes.emplace();
    for (const scenario::Scenario& scenario : {drawn, deleted}) {
        const CostGrades grades = grades_of(march(), scenario, checked_until("2024-01-01"));
        CHECK(grades.quantities.of(Grade::measured).is_zero());
        CHECK(grades.weaker.of(Grade::assumed) == usd("55553/100"));
    }
}

TEST_CASE("a price that is held beyond the day of its check is unconfirmed", "[grades]") {
    const CostGrades grades = grades_of(march(), counted(), checked_until("2013-03-30"));
    CHECK(grades.prices.of(Grade::unconfirmed) == usd("57713/100"));
    const CostGrades in_time = grades_of(march(), counted(), checked_until("2013-03-31"));
    CHECK(in_time.prices.of(Grade::unconfirmed) == usd("108/5"));
}

TEST_CASE("a price that the scenario changes is stated", "[grades]") {
    scenario::Scenario scenario = counted();
    scenario.billing.emplace().what_ifs.push_back({.charge = ChargeType::storage, .change = Rational{-1, 5}});
    const CostGrades grades = grades_of(march(), scenario, checked_until("2024-01-01"));
    CHECK(grades.prices.of(Grade::stated) == usd("519"));  // 529 of storage less the discount of 10
    scenario.billing->what_ifs.front().from = *parse_rfc3339("2013-04-01");
    const CostGrades later = grades_of(march(), scenario, checked_until("2024-01-01"));
    CHECK(later.prices.of(Grade::stated) == usd("-10"));
}
