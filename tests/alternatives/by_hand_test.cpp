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
