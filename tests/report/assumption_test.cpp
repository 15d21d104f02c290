#include "core/report/assumption_json.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace firn;
using namespace firn::report;

namespace {

pricing::LineItem doubted(std::string doubt) {
    pricing::LineItem line;
    line.doubts.push_back(std::move(doubt));
    return line;
}

/// The same doubt in March and April 2013, another one in April; a change of a price, and prices held flat.
pricing::Bill bill() {
    pricing::Bill bill;
    const BillingPeriod march{std::chrono::year{2013} / 3};
    bill.periods.push_back({.month = march, .lines = {doubted("the rule's day is not known")}});
    bill.periods.push_back(
        {.month = march.next(), .lines = {doubted("the rule's day is not known"), doubted("read later")}});
    bill.notes = {"Storage is 20 % cheaper.",
                  "The prices of small were checked up to 2013-03-31; for 2013-04 they are held flat."};
    return bill;
}

}  // namespace

TEST_CASE("an assumption begins with its grade and ends with its source", "[report]") {
    CHECK(assumption_text({"a link of 1 Gbit/s", pricing::Grade::stated, {}}) ==
          "stated: a link of 1 Gbit/s");
    CHECK(assumption_list({{"1,000 requests a second", pricing::Grade::sourced, "https://a"}}) ==
          "- sourced: 1,000 requests a second (https://a)\n");
}

TEST_CASE("what the prices of a bill rest on is told once, with its months", "[report]") {
    const std::vector<std::string> texts = assumption_texts(price_assumptions(bill()));
    CHECK(texts ==
          std::vector<std::string>{
              "stated: Storage is 20 % cheaper.",
              "unconfirmed: The prices of small were checked up to 2013-03-31; for 2013-04 they are held "
              "flat.",
              "unconfirmed: 2013-03 to 2013-04: the rule's day is not known",
              "unconfirmed: 2013-04: read later"});
}

// 2 of 3 are 66.666... %.
TEST_CASE("every command says the unconfirmed share in the same words", "[report]") {
    const Money two{Rational{2}};
    const Money three{Rational{3}};
    CHECK(assumption_text(unconfirmed_assumption("the cost", two, three)) ==
          "unconfirmed: 66.7 % of the cost rests on prices that nobody confirmed");
    CHECK(unconfirmed_percent(two, three) == "66.666666666667");
    CHECK(unconfirmed_percent(Money{}, Money{}) == "0");
}

TEST_CASE("in JSON an assumption has what, grade and source", "[report]") {
    CHECK(assumptions_json({{"a link", pricing::Grade::measured, {}}}).dump() ==
          R"([{"what":"a link","grade":"measured","source":""}])");
}
