#include "core/report/bill_difference.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::report;
using usage::ChargeType;

namespace {

pricing::Bill bill_of(std::vector<std::pair<ChargeType, int>> lines, const char* currency = "USD") {
    pricing::Bill bill{.currency = currency};
    bill.periods.push_back({.month = *BillingPeriod::parse("2026-01")});
    pricing::PeriodBill& period = bill.periods.back();
    for (const auto& [charge, cost] : lines) {
        period.lines.push_back({.charge = charge, .cost = Money{Rational{cost}}});
        bill.total += Money{Rational{cost}};
        bill.total_exact = bill.total;
    }
    return bill;
}

}  // namespace

TEST_CASE("two bills are set side by side by charge, and add up", "[report]") {
    const pricing::Bill small = bill_of({{ChargeType::storage, 60}, {ChargeType::requests, 40}});
    const pricing::Bill large =
        bill_of({{ChargeType::storage, 70}, {ChargeType::storage, 50}, {ChargeType::retrieval, 5}});
    const auto differences = charge_differences(small, large);
    REQUIRE(differences.size() == 3);
    Money first;
    Money second;
    for (const ChargeDifference& one : differences) {
        first += one.first;
        second += one.second;
    }
    CHECK(first == small.total);
    CHECK(second == large.total);
    // 100 beside 125: a fifth less.
    CHECK(difference_sentence({"small", small}, {"large", large}) ==
          "small costs 100.00 USD over 1 month, 25.00 USD (20.0 %) less than large.");
    CHECK(difference_sentence({"large", large}, {"small", small}) ==
          "large costs 125.00 USD over 1 month, 25.00 USD (25.0 %) more than small.");
    const Table table = difference_table({"small", small}, {"large", large});
    REQUIRE(table.rows.size() == 4);
    CHECK(table.columns[3].heading == "difference, USD");
    CHECK(table.rows[0] == std::vector<std::string>{"storage", "60.00", "120.00", "-60.00"});
    CHECK(table.rows[3] == std::vector<std::string>{"total", "100.00", "125.00", "-25.00"});
}

TEST_CASE("bills in two currencies are told beside each other, without a difference", "[report]") {
    const pricing::Bill here = bill_of({{ChargeType::storage, 60}});
    const pricing::Bill there = bill_of({{ChargeType::storage, 50}}, "EUR");
    CHECK(difference_sentence({"here", here}, {"there", there}) ==
          "here costs 60.00 USD over 1 month, there costs 50.00 EUR over 1 month.");
    CHECK(difference_table({"here", here}, {"there", there}).columns.size() == 3);
}

TEST_CASE("equal bills are the same", "[report]") {
    const pricing::Bill one = bill_of({{ChargeType::storage, 60}});
    CHECK(difference_sentence({"a", one}, {"b", one}) == "a costs 60.00 USD over 1 month, the same as b.");
}
