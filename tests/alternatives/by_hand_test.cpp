#include "core/alternatives/comparison.hpp"

#include "tests/alternatives/compared.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

/// What docs/alternatives.md works out: nothing grows, nothing fails, money costs nothing.
const Results& by_hand() {
    static const Results kResults = compared_file("docs/examples/alternatives-by-hand.yaml");
    return kResults;
}

std::string total_of(const std::string& name) {
    return format_decimal(outcome_of(by_hand(), name).figures.total.amount(), 6);
}

}  // namespace

TEST_CASE("drives without growth and failures cost what the hand says", "[alternatives]") {
    // 7 drives 1400, closet 300, safe 1000, trip 15, 3.5 h 175, exit 7 x 0.25 h 87.50
    CHECK(total_of("drives") == "2977.5");
    CHECK(to_text(outcome_of(by_hand(), "drives").figures.capital) == "2700.00");
    CHECK(outcome_of(by_hand(), "drives").figures.hours == Rational{7, 2});
}

TEST_CASE("a second site without growth and failures costs what the hand says", "[alternatives]") {
    // server 7000, connection 750, rent 12 x 100, transit 160 x 5 + 11 x 10 x 5, 24 h 1200, exit 100 x 5
    CHECK(total_of("second site") == "12000");
    CHECK(format_decimal(outcome_of(by_hand(), "second site").course.exit_hours) == "595.2");
}

TEST_CASE("tape without growth and failures costs what the hand says", "[alternatives]") {
    // drive 4000, 6 cartridges 360, safe 2000, 1.5 h 75, exit 3 x 0.25 h 37.50
    CHECK(total_of("tape") == "6472.5");
}

// 4000 x 48 / 60 and 6 x 60 x 108 / 120, a quarter of each: 800 + 81
TEST_CASE("what is left of a tape drive and its cartridges is sold at the end", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 12, stock: 26.784 TB}\n"
        "alternatives:\n"
        "  - {kind: tape, tape_drive: 4000, cartridge_price: 60, cartridge_capacity: 12 TB, fill: 100 %, "
        "cartridge_price_change: 0 %, life_months: 120, drive_life_months: 60, resale: 25 %}\n");
    CHECK(results.outcomes[0].course.residual == Money{Rational{881}});
}

TEST_CASE("a service by its prices costs what the hand says", "[alternatives]") {
    // 12 x 26,784 GB x 0.006 = 1928.448, 12 h 600, exit 267.84
    CHECK(total_of("service") == "2796.288");
}

TEST_CASE("a quote costs what the hand says", "[alternatives]") {
    // 12 x 26.784 TB x 10 = 3214.08, set-up 500, exit 133.92
    CHECK(total_of("quote") == "3848");
}

TEST_CASE("a set costs what its members cost together", "[alternatives]") {
    // 2977.50 + 6472.50
    CHECK(total_of("drives and tape") == "9450");
    CHECK(outcome_of(by_hand(), "drives and tape").course.copies == 3);
    CHECK_FALSE(outcome_of(by_hand(), "drives and tape").is_single_copy);
    CHECK(outcome_of(by_hand(), "drives").is_single_copy);
}

TEST_CASE("without interest the equivalent annual cost of one year is the sum", "[alternatives]") {
    const Figures& figures = outcome_of(by_hand(), "tape").figures;
    CHECK(figures.npv == figures.total);
    CHECK(figures.equivalent_annual_cost == figures.total);
    // 6472.50 for 26.784 TB over one year
    CHECK(format_fixed(figures.per_tb_year.amount(), 4) == "241.6555");
}

TEST_CASE("a class of a price book costs what the hand says", "[alternatives]") {
    // 25,600 GiB x 0.00099 = 25.344 a month; overheads 0.78125 GiB x 0.00099 + 0.1953125 GiB x 0.023 a month;
    // 25,600 uploads 1.28: 12 x (25.344 + 0.005265625) + 1.28
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 12, stock: 25 TiB, archive_size: 1 GiB}\n"
        "alternatives:\n"
        "  - {kind: price_book, storage_class: deep_archive, admin_time: 0 h}\n");
    CHECK(format_decimal(results.outcomes[0].figures.running.amount(), 9) == "305.4711875");
}

// 10 TB and 1 TB a month in archives of 100 kB: 12 x 10.5 + 66 = 192 TB-months are 1.92e9 archive-months,
// each (32 x 0.00099 + 8 x 0.023) / 1,048,576.
TEST_CASE("the overhead of what came counts for half of its month, as its bytes do", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2024-01, months: 12, stock: 10 TB, added: 1 TB, archive_size: 100 kB}\n"
        "alternatives:\n"
        "  - {kind: price_book, storage_class: deep_archive, admin_time: 0 h}\n");
    const auto& course = results.outcomes[0].course;
    CHECK(format_fixed(course.by_purpose.at("overhead").amount(), 3) == "394.922");
    REQUIRE(course.notes.size() == 1);
    CHECK(course.notes[0].find("as a copy for a day and is read by a GET an archive") != std::string::npos);
}

// April 2026 has 720 hours. 720 GB restored in 1,000 archives lie there as copies for a day, 720 x 24 / 720 =
// 24 GB-months at 0.023; 1,000 retrievals at 0.10 and as many GETs at 0.0004 a thousand; uploads 25,600 x
// 0.05.
TEST_CASE("copies that a restore makes cost what lies in S3 Standard, and a GET each", "[alternatives]") {
    const auto course_of_class = [](const std::string& name) {
        return compared(
                   "comparison: 1\n"
                   "demand: {start: 2026-04, months: 1, stock: 25 TiB, archive_size: 1 GiB, "
                   "restored: 720 GiB, restores: 1000}\n"
                   "alternatives:\n"
                   "  - {kind: price_book, storage_class: " +
                   name + ", admin_time: 0 h}\n")
            .outcomes[0]
            .course;
    };
    const Course course = course_of_class("deep_archive");
    CHECK(course.by_purpose.at("retrieval") == Money{Rational{144, 10}});
    CHECK(course.by_purpose.at("copy") == Money{Rational{552, 1000}});
    CHECK(course.by_purpose.at("requests") == Money{Rational{12804, 10000}});
    CHECK(course.by_purpose.at("retrieval requests") == Money{Rational{1, 10}});
    // Instant Retrieval is read where it lies.
    CHECK(course_of_class("instant").by_purpose.count("copy") == 0);
    CHECK(course_of_class("instant").notes.empty());
}

// Everything taken out in December: 25,600 GB x 24 / 744 GB-months at 0.023 and 25,600 GETs at 0.0004 a
// thousand are 18.99354... + 0.01024; without copies 25,600 x 0.02 and 25,600 requests at 0.10 a thousand,
// and transfer out with its bands.
TEST_CASE("the exit from a class that is read by copies has their storage and their GETs", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 12, stock: 25 TiB, archive_size: 1 GiB}\n"
        "alternatives:\n"
        "  - {kind: price_book, storage_class: deep_archive, egress: 0}\n");
    const Rational copies = Rational{25600 * 24, 744} * Rational{23, 1000} + Rational{25600 * 4, 10'000'000};
    const Rational read = Rational{25600} * Rational{2, 100} + Rational{25600, 10'000};
    CHECK(results.outcomes[0].course.exit_cost == Money{read + copies});
    CHECK(format_fixed(copies, 2) == "19.00");
}

// Three months from January 2026: what came in January lies there since its middle, until 1 April 74.5 days.
// 25,600 + 25,600 x 32 KiB / GiB = 25,600.78125 GB x (180 - 74.5) / 30 months x 0.00099 = 89.12912...
TEST_CASE("leaving a class before its minimum duration is over owes the rest", "[alternatives]") {
    const auto exit_after = [](int months) {
        const Results results =
            compared("comparison: 1\ndemand: {start: 2026-01, months: " + std::to_string(months) +
                     ", stock: 25 TiB, archive_size: 1 GiB}\n"
                     "alternatives:\n"
                     "  - {kind: price_book, storage_class: deep_archive}\n");
        return results.outcomes[0].course.exit_cost;
    };
    const Money owed = exit_after(3) - exit_after(12);
    const Rational months = Rational{1055, 300};
    CHECK(owed.amount() == Rational{2560078125, 100000} * months * Rational{99, 100000});
    CHECK(format_fixed(owed.amount(), 2) == "89.13");
    // from July to September 184 - 15.5 days: a year is as long as seven months
    CHECK(exit_after(7) == exit_after(12));
}

// A month's mean age is half a month: 30 days in January to November, the last 15: 365 - 345 = 20 of 30 days.
TEST_CASE("a service with a minimum of 365 days is owed the rest after twelve months", "[alternatives]") {
    const Results results = compared(
        "comparison: 1\n"
        "demand: {start: 2026-01, months: 12, stock: 10 TB}\n"
        "alternatives:\n"
        "  - {kind: archive_service, service: google_archive, retrieval: 0, egress: 0}\n");
    // 10,000 GB x 0.0012 x 20 / 30
    CHECK(results.outcomes[0].course.exit_cost == Money{Rational{8}});
}

TEST_CASE("cash by month adds up to the total, and purposes to what is spent", "[alternatives]") {
    for (const Outcome& one : by_hand().outcomes) {
        Money cash;
        for (const Money& month : one.figures.cash)
            cash += month;
        Money purposes;
        for (const auto& [purpose, amount] : one.course.by_purpose)
            purposes += amount;
        Money grades;
        for (const Money& amount : one.course.by_grade)
            grades += amount;
        CHECK(cash == one.figures.total);
        CHECK(purposes == one.figures.capital + one.figures.running);
        CHECK(grades == purposes);
    }
}
