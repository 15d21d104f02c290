#include "core/alternatives/comparison.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/fleet.hpp"
#include "core/alternatives/shown_value.hpp"
#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace firn;
using namespace firn::alternatives;

namespace {

/// A quote that costs much at the start and one that costs much a month: 10 TB for 24 months.
const std::string kQuotes =
    "comparison: 1\n"
    "discount_rate: 0 %\n"
    "demand: {start: 2026-01, months: 24, stock: 10 TB}\n"
    "alternatives:\n"
    "  - {name: early, kind: vendor_quote, setup: 1000, per_tb_month: 5, admin_time: 0 h}\n"
    "  - {name: late, kind: vendor_quote, setup: 0, per_tb_month: 15, admin_time: 0 h}\n";

Results with_value(const Results& results, const Flip& flip, const Rational& value) {
    Comparison changed = results.comparison;
    changed.alternatives[flip.alternative].parameters.find(flip.key)->value = value;
    auto again = compare(changed, results.demand);
    REQUIRE(again);
    return std::move(again).value();
}

}  // namespace

TEST_CASE("break-even is the first month after which the sum stays below", "[alternatives]") {
    // early: 1000 + 50 m, late: 150 m; equal after ten months, below from the eleventh on (index 10)
    const Results results = compared(kQuotes);
    REQUIRE(results.break_even.size() == 1);
    CHECK(results.break_even[0].month == 10);
    CHECK(results.outcomes[results.break_even[0].cheaper].alternative.name == "early");
    CHECK(results.ranking == std::vector<std::size_t>{0, 1});
}

TEST_CASE("what turns the answer turns it when it is run again", "[alternatives]") {
    const Results results = compared(kQuotes);
    REQUIRE_FALSE(results.flips.empty());
    for (const Flip& flip : results.flips) {
        INFO(flip.key);
        const Results turned = with_value(results, flip, flip.flips_at);
        CHECK(turned.ranking.front() == flip.cheapest_then);
        const Parameter& parameter =
            *results.comparison.alternatives[flip.alternative].parameters.find(flip.key);
        const Rational grain = grain_of(parameter);
        const Rational step = flip.flips_at > flip.base ? Rational{-grain} : grain;
        const Results before = with_value(results, flip, flip.flips_at + step);
        CHECK(before.ranking.front() == results.ranking.front());
    }
}

TEST_CASE("the set-up that turns the answer is the one that the hand finds", "[alternatives]") {
    // 24 months: early 1000 + 1200, late 3600: the set-up may be 2400, so a cent more turns it; per_tb_month
    // of late falls below 2200 / 240 = 9.1667, that of early rises above 2600 / 240 = 10.8333
    const Results results = compared(kQuotes);
    std::vector<std::string> found;
    for (const Flip& flip : results.flips) {
        if (flip.key != "price_change") found.push_back(flip.key + " " + format_fixed(flip.flips_at, 2));
    }
    CHECK(found == std::vector<std::string>{"per_tb_month 9.16", "per_tb_month 10.84", "setup 2400.01"});
}

TEST_CASE("the old way runs on beside the new one until everything is verified", "[alternatives]") {
    const Results alone = compared(kQuotes);
    const Results beside = compared("current: late\noverlap: 3\n" + kQuotes);
    // three months of 150
    CHECK(outcome_of(beside, "early").figures.total ==
          outcome_of(alone, "early").figures.total + Money{Rational{450}});
    CHECK(outcome_of(beside, "late").figures.total == outcome_of(alone, "late").figures.total);
    // What is stated of the old way stays stated beside the new one.
    CHECK(outcome_of(beside, "early").assumed_share == 0);
    CHECK(outcome_of(beside, "early").course.by_grade.at(static_cast<std::size_t>(Grade::stated)) ==
          Money{Rational{1000 + 24 * 50 + 450}});
}

TEST_CASE("a foreign currency is converted by the rate that is stated", "[alternatives]") {
    std::string text = kQuotes + "exchange: {EUR: 1.25}\n";
    text.replace(text.find("setup: 1000"), 11, "setup: 1000, currency: EUR");
    CHECK(outcome_of(compared(text), "early").figures.total == Money{Rational{2750}});
}

TEST_CASE("units are bought for growth, fail as expected and are renewed at the end of their life",
          "[alternatives]") {
    Fleet fleet{{.capacity = Rational{10},
                 .life = 3,
                 .rewrite = 2,
                 .yearly_failures = Rational{12, 100},
                 .yearly_failures_old = Rational{1}}};
    const FleetMonth first = fleet.advance(Rational{25});  // three units
    CHECK(first.for_growth == 3);
    CHECK(first.failures == Rational{3, 100});
    const FleetMonth second = fleet.advance(Rational{31});  // a fourth one
    CHECK(second.for_growth == 1);
    CHECK(fleet.advance(Rational{31}).rewritten == 3);
    const FleetMonth fourth = fleet.advance(Rational{31});  // three are too old
    CHECK(fourth.retired == 3);
    CHECK(fourth.renewed == 3);
    CHECK(fourth.for_growth == 0);
    CHECK(fourth.in_service == 4);
}

TEST_CASE("a shock makes what is bought in its year dearer", "[alternatives]") {
    const std::string plain =
        "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives: [{name: drives, kind: usb_drives, drive_price: 200}]\n";
    std::string dear = plain;
    dear.replace(dear.find("drive_price: 200"), 16, "drive_price: 200, shocks: [{year: 2026, factor: 2}]");
    const auto drives = [](const Results& results) {
        return results.outcomes[0].course.by_purpose.at("drives");
    };
    // 2 drives of 8 TB
    CHECK(drives(compared(plain)) == Money{Rational{400}});
    CHECK(drives(compared(dear)) == Money{Rational{800}});
}

TEST_CASE("the low case never costs more than the base case, nor the high case less", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 60, stock: 30 TB, added: 500 GB, growth: 10 %, restores: 2, "
        "restored: "
        "10 GB}\n"
        "alternatives:\n"
        "  - {kind: usb_drives}\n"
        "  - {kind: second_datacenter}\n"
        "  - {kind: tape}\n"
        "  - {kind: vendor_quote, per_tb_month: {value: 10, low: 8, high: 15}}\n"
        "  - {kind: archive_service, service: google_archive}\n"
        "  - {kind: price_book, storage_class: deep_archive}\n"
        "  - {kind: set, of: [usb_drives, price_book]}\n");
    for (const Outcome& one : results.outcomes) {
        INFO(one.alternative.name);
        CHECK(one.npv_low <= one.figures.npv);
        CHECK(one.figures.npv <= one.npv_high);
        CHECK(one.figures.npv > Money{});
    }
    CHECK(warnings_of(results.comparison, results.demand).front().code == "horizon-beyond-prices");
}

TEST_CASE("any other alternative may turn the answer, not only the next", "[alternatives]") {
    // 10, 11 and 12 a TB-month: the third needs less than 10 to be the cheapest
    const Results results = compared(
        "comparison: 1\ninflation: 0 %\ndemand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {name: a, kind: vendor_quote, per_tb_month: 10, admin_time: 0 h}\n"
        "  - {name: b, kind: vendor_quote, per_tb_month: 11, admin_time: 0 h}\n"
        "  - {name: c, kind: vendor_quote, per_tb_month: 12, admin_time: 0 h}\n");
    std::vector<std::string> found;
    for (const Flip& flip : results.flips) {
        if (flip.key == "per_tb_month")
            found.push_back(std::to_string(flip.alternative) + " at " + format_fixed(flip.flips_at, 2) +
                            ": " + std::to_string(flip.cheapest_then));
    }
    CHECK(found == std::vector<std::string>{"0 at 11.01: 1", "1 at 9.99: 1", "2 at 9.99: 2"});
}

TEST_CASE("what is sent out is priced by the book's own tariff, unless a price is stated", "[alternatives]") {
    const std::string text =
        "comparison: 1\ndemand: {start: 2026-01, months: 1, stock: 1 TiB, archive_size: 1 GiB}\n"
        "alternatives:\n"
        "  - {name: by the book, kind: price_book, storage_class: deep_archive}\n"
        "  - {name: stated, kind: price_book, storage_class: deep_archive, egress: 0}\n";
    const Results results = compared(text);
    const Course& by_book = outcome_of(results, "by the book").course;
    const Course& stated = outcome_of(results, "stated").course;
    // 1024 GiB, of which 100 are free, at 0.09
    CHECK(by_book.exit_cost - stated.exit_cost == Money{Rational{8316, 100}});
    CHECK(outcome_of(results, "by the book").alternative.parameters.find("egress") == nullptr);
}

TEST_CASE("a service, a site with parity and drives in pairs are no lone copies", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {name: drives, kind: usb_drives}\n"
        "  - {name: pairs, kind: usb_drives, copies: 2}\n"
        "  - {name: site, kind: second_datacenter}\n"
        "  - {name: no parity, kind: second_datacenter, data_units: 1, parity_units: 0}\n"
        "  - {name: service, kind: price_book, storage_class: deep_archive}\n");
    std::vector<std::string> lone;
    for (const Outcome& one : results.outcomes) {
        if (one.is_single_copy) lone.push_back(one.alternative.name);
    }
    CHECK(lone == std::vector<std::string>{"drives", "no parity"});
}

// The guide says that Deep Archive's standard retrievals take at most 12 hours, bulk 48.
TEST_CASE("the time to the first byte among the assumptions is the one that the times rest on",
          "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 12, stock: 1 TB}\n"
        "alternatives:\n"
        "  - {name: usual, kind: price_book, storage_class: deep_archive}\n"
        "  - {name: bulk, kind: price_book, storage_class: deep_archive, tier: bulk}\n"
        "  - {name: stated, kind: price_book, storage_class: deep_archive, first_byte: 7 h}\n");
    const auto hours_of = [&](const char* name) {
        const Outcome& outcome = outcome_of(results, name);
        const Parameter& first_byte = *outcome.alternative.parameters.find("first_byte");
        CHECK(outcome.course.restore_file_hours == first_byte.value);
        CHECK(first_byte.grade == (std::string_view{name} == "stated" ? Grade::stated : Grade::sourced));
        return first_byte.value;
    };
    CHECK(hours_of("usual") == 12);
    CHECK(hours_of("bulk") == 48);
    CHECK(hours_of("stated") == 7);
}

// 1 EB are a million TB: 3e11 a TB-month are 3e17 a month, 1e12 are 1e18; ten times either is more than can
// be added up, and what is left out would be free.
TEST_CASE("what cannot be added up turns nothing", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ninflation: 0 %\ndemand: {start: 2026-01, months: 2, stock: 1000 PB}\n"
        "alternatives:\n"
        "  - {name: a, kind: vendor_quote, per_tb_month: 300000000000, admin_time: 0 h}\n"
        "  - {name: b, kind: vendor_quote, per_tb_month: 1000000000000, admin_time: 0 h}\n");
    REQUIRE_FALSE(results.flips.empty());
    for (const Flip& flip : results.flips) {
        INFO(flip.key << " of " << flip.alternative);
        CHECK(with_value(results, flip, flip.flips_at).ranking.front() == flip.cheapest_then);
    }
    const bool has_dearer = std::any_of(results.flips.begin(), results.flips.end(), [](const Flip& flip) {
        return flip.alternative == 1 && flip.key == "per_tb_month" && flip.flips_at > flip.base;
    });
    CHECK_FALSE(has_dearer);
}

// Whoever is no part of the set pays 6 months of both of its members beside it: c 6 x (100 + 30).
TEST_CASE("a set may be what runs today, also where it is asked what turns the answer", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ninflation: 0 %\ndiscount_rate: 0 %\ncurrent: both\noverlap: 6\n"
        "demand: {start: 2026-01, months: 24, stock: 10 TB}\nalternatives:\n"
        "  - {name: a, kind: vendor_quote, per_tb_month: 10, admin_time: 0 h}\n"
        "  - {name: b, kind: vendor_quote, per_tb_month: 3, admin_time: 0 h}\n"
        "  - {name: c, kind: vendor_quote, per_tb_month: 8, admin_time: 0 h}\n"
        "  - {name: both, kind: set, of: [a, b]}\n");
    CHECK(outcome_of(results, "c").figures.total == Money{Rational{24 * 80 + 6 * 130}});
    CHECK(outcome_of(results, "both").figures.total == Money{Rational{24 * 130}});
    REQUIRE_FALSE(results.flips.empty());
    for (const Flip& flip : results.flips) {
        INFO(flip.key << " of " << flip.alternative);
        CHECK(with_value(results, flip, flip.flips_at).ranking.front() == flip.cheapest_then);
    }
}

// a 480 and 3 x 100 of b beside it, b 1200 and 3 x 40 of a. b is the cheapest above 10 a TB-month of a (120 a
// + 300 > 1200 + 30 a) and below 4 of its own (480 + 30 b > 120 b + 120).
TEST_CASE("a part of the old way pays for the rest of it and not for itself", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ninflation: 0 %\ndiscount_rate: 0 %\ncurrent: old\noverlap: 3\n"
        "demand: {start: 2026-01, months: 12, stock: 10 TB}\nalternatives:\n"
        "  - {name: a, kind: vendor_quote, per_tb_month: 4, admin_time: 0 h}\n"
        "  - {name: b, kind: vendor_quote, per_tb_month: 10, admin_time: 0 h}\n"
        "  - {name: c, kind: vendor_quote, per_tb_month: 50, admin_time: 0 h}\n"
        "  - {name: old, kind: set, of: [a, b]}\n"
        "  - {name: a and c, kind: set, of: [a, c]}\n");
    const auto total_of = [&](const char* name) { return outcome_of(results, name).figures.total; };
    CHECK(total_of("a") == Money{Rational{780}});
    CHECK(total_of("b") == Money{Rational{1320}});
    CHECK(total_of("c") == Money{Rational{6000 + 3 * 140}});
    CHECK(total_of("old") == Money{Rational{1680}});
    CHECK(total_of("a and c") == Money{Rational{480 + 6000 + 300}});
    std::vector<std::string> found;
    for (const Flip& flip : results.flips) {
        if (flip.key == "per_tb_month") found.push_back(format_fixed(flip.flips_at, 2));
    }
    CHECK(found == std::vector<std::string>{"10.01", "3.99"});
}

// Ten drives of 200 fail at 15 % a year: 300. The quote costs 2,511 more than the drives, which would take a
// rate of 140 %; at 100 % they cost 1,700 more.
TEST_CASE("no chance above 100 % turns the answer", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ninflation: 0 %\ndiscount_rate: 0 %\n"
        "demand: {start: 2026-01, months: 12, stock: 72 TB}\nalternatives:\n"
        "  - {name: drives, kind: usb_drives, failures: 15 %, drive_price: 200, labour: 0, "
        "drive_price_change: 0 %, resale: 0 %}\n"
        "  - {name: quote, kind: vendor_quote, per_tb_month: 8.95, admin_time: 0 h}\n");
    CHECK(outcome_of(results, "drives").course.by_purpose.at("failed drives") == Money{Rational{300}});
    for (const Flip& flip : flips_of(results, 100)) {
        INFO(flip.key);
        CHECK(flip.key != "failures");
    }
}

// 2 x 1.2 litres in safes of a thousand-millionth of a litre
TEST_CASE("more safes than 32 bits count are paid", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\ndemand: {start: 2026-01, months: 12, stock: 10 TB}\nalternatives:\n"
        "  - {name: drives, kind: usb_drives, drive_litres: 1.2, safe_litres: 0.000000001, safe_price: 1}\n");
    CHECK(results.outcomes[0].course.by_purpose.at("safes") == Money{Rational{2'400'000'000}});
}
