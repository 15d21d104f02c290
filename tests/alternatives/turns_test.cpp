#include "core/alternatives/comparison.hpp"
#include "core/alternatives/shown_value.hpp"
#include "core/alternatives/variation.hpp"

#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::alternatives;

namespace {

const Turn& turn_of(const std::vector<Turn>& turns, const std::string& key) {
    const auto found =
        std::find_if(turns.begin(), turns.end(), [&](const Turn& one) { return one.assumption.key == key; });
    REQUIRE(found != turns.end());
    return *found;
}

/// A year of 10 TB: the first with a person, the second without.
Results people(const std::string& labour) {
    return compared(
        "comparison: 1\ndiscount_rate: 0 %\ninflation: 0 %\n"
        "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {name: people, kind: vendor_quote, per_tb_month: 5, admin_time: 1 h, labour: " +
        labour +
        "}\n"
        "  - {name: none, kind: vendor_quote, per_tb_month: 10, admin_time: 0 h, labour: " +
        labour + "}\n");
}

/// 1 TB in the first month, paid at once, or each month.
std::string growing(const std::string& growth) {
    return "comparison: 1\ndiscount_rate: 0 %\ninflation: 0 %\n"
           "demand: {start: 2026-01, months: 24, stock: 1 TB, added: 100 GB, growth: " +
           growth +
           "}\n"
           "alternatives:\n"
           "  - {name: dear start, kind: vendor_quote, setup: 200, per_tb_month: 5, admin_time: 0 h}\n"
           "  - {name: dear month, kind: vendor_quote, per_tb_month: 8, admin_time: 0 h}\n";
}

}  // namespace

// 600 + 12 L against 1200: L above 50, to the cent.
TEST_CASE("the price of labour turns the answer where the hand says", "[alternatives]") {
    const Turn turn = turn_of(turns_of(people("40"), {}), "labour");
    CHECK_FALSE(turn.alternative);
    CHECK(turn.turns_at == Rational{5001, 100});
    CHECK(turn.cheapest_then == 1);
    CHECK(change_text(turn.assumption, turn.assumption.value, *turn.turns_at, "USD") ==
          "40.00 -> 50.01 USD an hour");
}

// 4 EUR a TB-month and 32 EUR an hour are 5 and 40 USD.
TEST_CASE("the price of labour is told in the comparison's currency, whoever is paid in another",
          "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ndiscount_rate: 0 %\ninflation: 0 %\nexchange: {EUR: 1.25}\n"
        "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {name: people, kind: vendor_quote, per_tb_month: 4, admin_time: 1 h, labour: 32, currency: "
        "EUR}\n"
        "  - {name: none, kind: vendor_quote, per_tb_month: 10, admin_time: 0 h}\n");
    const Turn turn = turn_of(turns_of(results, {}), "labour");
    CHECK(turn.assumption.value == 40);
    CHECK(turn.assumption.dear == 400);
    CHECK(turn.turns_at == Rational{5001, 100});
}

TEST_CASE("what does not turn the answer is told with the range that was tried", "[alternatives]") {
    const Turn turn = turn_of(turns_of(people("40"), {}), "growth");
    CHECK_FALSE(turn.turns_at);
    CHECK(range_text(turn.assumption, turn.assumption.cheap, turn.assumption.dear, "USD") ==
          "-50 % to 100 %");
}

// 2000 + 50 a month against 150 a month for two years: 2000 = 100 x (1 + v + ... + v^23), which is 20.0105 at
// 21.7 % a year and 19.9958 at 21.8 %.
TEST_CASE("the discount rate turns the answer where the hand says", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ndiscount_rate: 0 %\ndemand: {start: 2026-01, months: 24, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {name: early, kind: vendor_quote, setup: 2000, per_tb_month: 5, admin_time: 0 h}\n"
        "  - {name: late, kind: vendor_quote, per_tb_month: 15, admin_time: 0 h}\n");
    const Turn turn = turn_of(turns_of(results, {}), "discount_rate");
    REQUIRE(turn.turns_at);
    for (const bool is_turned : {true, false}) {
        Comparison changed = results.comparison;
        changed.discount_rate = *turn.turns_at - Rational{is_turned ? 0 : 1, 1000};
        CHECK((compare(changed, results.demand)->ranking.front() == 1) == is_turned);
    }
}

TEST_CASE("the growth that turns the answer turns it when the file states it", "[alternatives]") {
    const Results results = compared(growing("0 %"));
    const auto at = [](const Rational& growth) {
        return compared(growing(value_text(ParameterUnit::percent, growth))).demand;
    };
    const Turn turn = turn_of(turns_of(results, {.growth = {.stated = Rational{0}, .at = at}}), "growth");
    REQUIRE(turn.turns_at);
    const Rational grain{1, 1000};
    const Rational before =
        *turn.turns_at > 0 ? Rational{*turn.turns_at - grain} : Rational{*turn.turns_at + grain};
    CHECK(compared(growing(value_text(ParameterUnit::percent, *turn.turns_at))).ranking.front() ==
          turn.cheapest_then);
    CHECK(compared(growing(value_text(ParameterUnit::percent, before))).ranking.front() ==
          results.ranking.front());
}

// Nobody sold storage by the book in 2005: what grows cannot be billed there, what shrinks is as it was.
TEST_CASE("a growth that cannot be billed is not in the range that was tried", "[alternatives]") {
    const auto demand_from = [](const char* start) {
        return demand_of(PlainDemand{.start = *BillingPeriod::parse(start),
                                     .months = 12,
                                     .stock = Rational{1'000'000'000'000},
                                     .added = Rational{1'000'000'000}});
    };
    const Results results = compared(
        "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 1 TB, added: 1 GB}\n"
        "alternatives:\n"
        "  - {name: book, kind: price_book, storage_class: deep_archive, admin_time: 0 h}\n"
        "  - {name: quote, kind: vendor_quote, per_tb_month: 100, admin_time: 0 h}\n");
    const auto at = [&](const Rational& growth) { return demand_from(growth > 0 ? "2005-01" : "2026-01"); };
    const Turn turn = turn_of(turns_of(results, {.growth = {.stated = Rational{0}, .at = at}}), "growth");
    CHECK_FALSE(turn.turns_at);
    CHECK(range_text(turn.assumption, turn.assumption.cheap, turn.assumption.dear, "USD") == "-50 % to 0 %");
    const auto never = [&](const Rational&) { return demand_from("2005-01"); };
    const Turn none = turn_of(turns_of(results, {.growth = {.stated = Rational{0}, .at = never}}), "growth");
    CHECK_FALSE(none.turns_at);
    CHECK(none.assumption.cheap == none.assumption.dear);
}

// 10 TB a month that double every year are 10 EB a month after 20 years: more than can be counted.
TEST_CASE("a growth that the checks refuse is not in the range that was tried", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ndemand: {start: 2026-01, months: 240, stock: 1 PB, added: 10 TB}\n"
        "alternatives:\n"
        "  - {name: a, kind: vendor_quote, per_tb_month: 5}\n"
        "  - {name: b, kind: vendor_quote, per_tb_month: 6}\n");
    const Turn turn = turn_of(turns_of(results, {}), "growth");
    CHECK_FALSE(turn.turns_at);
    CHECK(range_text(turn.assumption, turn.assumption.cheap, turn.assumption.dear, "USD") == "-50 % to 0 %");
}

TEST_CASE("turns are the same on any number of threads", "[alternatives]") {
    const Results results = compared_file("docs/examples/alternatives-by-hand.yaml");
    const std::vector<Turn> one = turns_of(results, {.threads = 1});
    const std::vector<Turn> four = turns_of(results, {.threads = 4});
    REQUIRE(one.size() == four.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        INFO(one[i].assumption.key);
        CHECK(one[i].turns_at == four[i].turns_at);
        CHECK(one[i].cheapest_then == four[i].cheapest_then);
    }
}

TEST_CASE("flips are the same on any number of threads", "[alternatives]") {
    const Results results = compared_file("docs/examples/alternatives-by-hand.yaml");
    const std::vector<Flip> one = flips_of(results, 5, {}, 1);
    const std::vector<Flip> four = flips_of(results, 5, {}, 4);
    REQUIRE(one.size() == four.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].alternative == four[i].alternative);
        CHECK(one[i].key == four[i].key);
        CHECK(one[i].flips_at == four[i].flips_at);
        CHECK(one[i].cheapest_then == four[i].cheapest_then);
    }
}

TEST_CASE("numbers are told with their unit and in sensible digits", "[alternatives]") {
    const auto shown = [](std::string key, ParameterUnit unit, const Rational& value,
                          const Rational& turned) {
        const Parameter one{.key = std::move(key), .unit = unit, .value = value};
        return change_text(one, value, turned, "USD");
    };
    CHECK(shown("drive_price", ParameterUnit::money, Rational{24999, 100}, Rational{1788, 10}) ==
          "249.99 -> 178.80 USD a drive");
    CHECK(shown("storage", ParameterUnit::money, Rational{12, 10000}, Rational{13, 10000}) ==
          "0.00120 -> 0.00130 USD a GB-month");
    CHECK(shown("drive_capacity", ParameterUnit::bytes, Rational{4'000'000'000'000},
                Rational{490'000'000'000}) == "4 TB -> 490 GB");
    CHECK(shown("drives_per_trip", ParameterUnit::number, Rational{10}, Rational{3}) == "10 -> 3 drives");
    CHECK(shown("drives_per_trip", ParameterUnit::number, Rational{10}, Rational{1}) == "10 -> 1 drive");
    CHECK(shown("copies", ParameterUnit::number, Rational{2}, Rational{1}) == "2 -> 1 copy");
    CHECK(shown("transit_commit", ParameterUnit::number, Rational{2}, Rational{1}) == "2 -> 1 Mbit/s");
    CHECK(shown("life_months", ParameterUnit::months, Rational{60}, Rational{48}) == "60 -> 48 months");
}
