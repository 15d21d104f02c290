#include "core/pricing/price_validity.hpp"

#include "tests/support/catch.hpp"

#include <optional>
#include <vector>

using namespace firn;
using namespace firn::pricing;
using usage::ChargeType;

// The rule of docs/price-model.md, "What is not confirmed".
namespace {

BillingPeriod month(const char* text) { return *BillingPeriod::parse(text); }

PriceBook checked_until(const char* day) {
    PriceBook book;
    book.name = "small";
    book.verified_until = day;
    Tariff tariff;
    tariff.periods.push_back({.from = *parse_rfc3339("2026-03-15"), .until = open_end()});
    book.tariffs.push_back(tariff);
    return book;
}

LineItem storage_line(const char* cost) {
    LineItem line;
    line.charge = ChargeType::storage;
    line.storage_class = "glacier";
    line.cost_exact = Money{Rational{cost}};
    return line;
}

Bill of_months(const std::vector<const char*>& months) {
    Bill bill;
    for (const char* text : months)
        bill.periods.push_back({.month = month(text), .lines = {storage_line("529")}});
    return bill;
}

}  // namespace

TEST_CASE("a month that ends after the day of the check is held flat", "[pricing][confirmation]") {
    const PriceBook book = checked_until("2026-09-18");
    CHECK_FALSE(is_held_flat(book, month("2026-08")));
    CHECK(is_held_flat(book, month("2026-09")));
    CHECK_FALSE(is_held_flat(checked_until("2026-09-30"), month("2026-09")));
}

TEST_CASE("prices of a day are held flat in every month where the day is after the check",
          "[pricing][confirmation]") {
    const PriceBook book = checked_until("2026-09-18");
    CHECK_FALSE(is_held_flat(book, month("2030-01"), parse_rfc3339("2026-09-18")));
    CHECK(is_held_flat(book, month("2026-04"), parse_rfc3339("2026-09-19")));
    CHECK(held_flat_note(book, {month("2026-04"), month("2026-05")}, parse_rfc3339("2026-09-19")) ==
          "The prices of small were checked up to 2026-09-18; for 2026-04 to 2026-05 they are held flat.");
}

TEST_CASE("the last month that was checked is a whole one, if the book has any", "[pricing][confirmation]") {
    CHECK(last_checked_month(checked_until("2026-09-18")) == month("2026-08"));
    CHECK(last_checked_month(checked_until("2026-09-30")) == month("2026-09"));
    CHECK(last_checked_month(checked_until("2026-03-20")) == month("2026-03"));
}

// August is sourced, September and October are held: 2 x 529 of 3 x 529.
TEST_CASE("what is held flat or doubted is unconfirmed, exactly", "[pricing][confirmation]") {
    const PriceBook book = checked_until("2026-09-18");
    Bill bill = of_months({"2026-08", "2026-09", "2026-10"});
    CHECK(unconfirmed_part(bill, book) == Money{Rational{1058}});
    bill.periods[0].lines[0].doubts.emplace_back("read somewhere");
    CHECK(unconfirmed_part(bill, book) == Money{Rational{1587}});
}

TEST_CASE("what somebody states is not unconfirmed, however late the month", "[pricing][confirmation]") {
    const PriceBook book = checked_until("2026-09-18");
    usage::BillingSettings settings;
    settings.what_ifs.push_back({.charge = ChargeType::storage, .change = Rational{-1, 5}});
    CHECK(grade_of(storage_line("1"), month("2027-01"), book, settings) == Grade::stated);
    settings.what_ifs.front().charge = ChargeType::requests;
    CHECK(grade_of(storage_line("1"), month("2027-01"), book, settings) == Grade::unconfirmed);
    LineItem discount = storage_line("-1");
    discount.charge = ChargeType::adjustment;
    CHECK(grade_of(discount, month("2027-01"), book) == Grade::stated);
}

TEST_CASE("prices of a day that was checked are stated, of a later day unconfirmed",
          "[pricing][confirmation]") {
    const PriceBook book = checked_until("2026-09-18");
    usage::BillingSettings settings{.prices_as_of = parse_rfc3339("2026-09-18")};
    CHECK(grade_of(storage_line("1"), month("2027-01"), book, settings) == Grade::stated);
    settings.prices_as_of = parse_rfc3339("2026-09-19");
    CHECK(grade_of(storage_line("1"), month("2026-04"), book, settings) == Grade::unconfirmed);
}

TEST_CASE("prices that are held flat are warned of, with what to do", "[pricing][confirmation]") {
    const std::string note = held_flat_note(checked_until("2026-09-18"), {month("2027-01")});
    const Diagnostics warnings = held_flat_warnings({"Storage is 20 % cheaper.", note});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front().code == "prices-held-flat");
    CHECK(warnings.front().severity == Severity::warning);
    CHECK(warnings.front().what + '.' == note);
    CHECK(held_flat_warnings({"Storage is 20 % cheaper."}).empty());
}

TEST_CASE("a note about prices held flat is known as one", "[pricing][confirmation]") {
    CHECK(says_held_flat(held_flat_note(checked_until("2026-09-18"), {month("2027-01")})));
    CHECK_FALSE(says_held_flat("storage 20 % cheaper from 2027-01 on."));
}

TEST_CASE("grades have names, and a name that is none is not confirmed", "[pricing]") {
    for (const Grade grade : kGrades)
        CHECK(grade_named(to_text(grade)) == grade);
    CHECK(grade_named("sworn") == Grade::unconfirmed);
}
