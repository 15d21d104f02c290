// Prices of another day, and prices that change by a share.
#include "core/pricing/price_changes.hpp"
#include "core/pricing/price_validity.hpp"
#include "tests/pricing/bill_of_text.hpp"

using namespace firn;
using namespace firn::pricing;

namespace {

std::string storage_months(const std::string& billing, const std::vector<std::string>& months) {
    std::string text = "usage: 1\nbilling: " + billing + "\nperiods:\n";
    for (const std::string& month : months)
        text += "  - {month: " + month + ", metered: [{class: glacier, charge: storage, quantity: 1000}]}\n";
    return text;
}

std::string costs_of(const Bill& bill) {
    std::string text;
    for (const PeriodBill& month : bill.periods)
        text += (text.empty() ? "" : " ") + to_text(month.total, bill.rounding);
    return text;
}

}  // namespace

TEST_CASE("a what-if multiplies the price exactly from its day on", "[pricing][billing]") {
    // 1000 GB-Mo at 0.010, from February at 0.008, from April at 0.010 again.
    const Bill bill = bill_of(
        storage_months("{what_ifs: [{charge: storage, change: -20 %, from: 2013-02, until: 2013-04}]}",
                       {"2013-01", "2013-02", "2013-03", "2013-04"}));
    CHECK(costs_of(bill) == "10.00 8.00 8.00 10.00");
    CHECK(steps_of(bill.periods.at(1).lines.at(0))
              .find("Price changed on 2013-02-01 from 0.010 to 0.008 USD a GB-Mo.") != std::string::npos);
    CHECK(steps_of(bill.periods.at(1).lines.at(0))
              .find("What if: the price is 20 % cheaper from 2013-02-01 until 2013-04-01.") !=
          std::string::npos);
    CHECK(steps_of(bill.periods.at(2).lines.at(0)).find("Price changed") == std::string::npos);
    REQUIRE(bill.notes.size() == 1);
    CHECK(bill.notes.front() == "What if: storage is 20 % cheaper from 2013-02-01 until 2013-04-01.");
}

TEST_CASE("what-ifs about one price multiply", "[pricing][billing]") {
    // 0.010 x 0.9 x 1.5 = 0.0135
    CHECK(costs_of(bill_of(storage_months("{what_ifs: [{change: -10 %}, {charge: storage, change: 50 %}]}",
                                          {"2013-01"}))) == "13.50");
}

TEST_CASE("a what-if within a month splits its hours", "[pricing][billing]") {
    // The price doubles for the second half of April: 500 x 0.010 + 500 x 0.020.
    const Bill bill = bill_of(
        storage_months("{what_ifs: [{charge: storage, change: 100 %, from: 2013-04-16}]}", {"2013-04"}));
    CHECK(costs_of(bill) == "15.00");
    CHECK(steps_of(bill.periods.at(0).lines.at(0))
              .find("Price changes on 2013-04-16 from 0.010 to 0.020 USD a GB-Mo.") != std::string::npos);
}

TEST_CASE("prices as of a day hold for every month", "[pricing][billing]") {
    // Storage cost 0.010 until August 2015 and 0.007 from then on; in 2011 there was no price.
    const std::vector<std::string> months{"2012-09", "2016-01"};
    CHECK(costs_of(bill_of(storage_months("{}", months))) == "10.00 7.00");
    CHECK(costs_of(bill_of(storage_months("{prices_as_of: 2016-01-15}", months))) == "7.00 7.00");
    CHECK(costs_of(bill_of(storage_months("{prices_as_of: 2013-01}", {"2011-01"}))) == "10.00");
    CHECK(codes_of(storage_months("{prices_as_of: 2011-01}", months)) == "prices-as-of-outside-book");
    const Bill held = bill_of(storage_months("{prices_as_of: 2016-01-15}", months));
    CHECK(steps_of(held.periods.at(0).lines.at(0)).find("on 2016-01-15 and held for every month") !=
          std::string::npos);
}

TEST_CASE("a what-if about nothing that has a price is an error", "[pricing][billing]") {
    CHECK(codes_of(storage_months("{what_ifs: [{charge: copy, change: 5 %}]}", {"2013-01"})) ==
          "what-if-unused");
    CHECK(codes_of(storage_months("{what_ifs: [{charge: storage, change: 5 %, until: 2012-01}]}",
                                  {"2013-01"})) == "what-if-unused");
}

TEST_CASE("a listed change is told in its first month alone", "[pricing][billing]") {
    const Bill bill = bill_of(storage_months("{}", {"2015-08", "2015-09", "2015-10"}));
    const std::string change = "Price changed on 2015-09-01 from 0.010 to 0.007 USD a GB-Mo.";
    CHECK(steps_of(bill.periods.at(0).lines.at(0)).find("Price changed") == std::string::npos);
    CHECK(steps_of(bill.periods.at(1).lines.at(0)).find(change) != std::string::npos);
    CHECK(steps_of(bill.periods.at(2).lines.at(0)).find("Price changed") == std::string::npos);
}

TEST_CASE("months past the day of checking are said to have prices held flat", "[pricing][billing]") {
    const auto month = [](const char* text) { return *BillingPeriod::parse(text); };
    PriceBook book = shipped_book("us-east-1");
    book.verified_until = "2026-09-18";
    CHECK(held_flat_note(book, {month("2026-07"), month("2026-08")}).empty());
    CHECK(held_flat_note(book, {month("2026-08"), month("2026-09"), month("2026-10")}) ==
          "The prices of aws-glacier were checked up to 2026-09-18; for 2026-09 to 2026-10 they are held "
          "flat.");
    CHECK(held_flat_note(book, {month("2027-01")}, parse_rfc3339("2026-09-18")).empty());
}

TEST_CASE("who begins after a book is closed is warned", "[pricing][billing]") {
    PriceBook book = shipped_book("us-east-1");
    book.closed_to_new_customers = parse_rfc3339("2025-12-15");
    CHECK(closed_book_warnings(book, *parse_rfc3339("2025-12-01")).empty());
    const Diagnostics warnings = closed_book_warnings(book, *parse_rfc3339("2026-01-01"));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front().code == "book-closed");
    CHECK(warnings.front().severity == Severity::warning);
}
