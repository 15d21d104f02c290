#include "core/answers/billed_months.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::answers;

namespace {

report::Budget march_budget() {
    report::Budget budget;
    budget.currency = "USD";
    budget.price_book = "aws-glacier";
    budget.months.push_back(
        {.month = *BillingPeriod::parse("2013-03"),
         .lines = {{"TimedStorage-ByteHrs", "GB-Mo", Rational{100}, Money{Rational{1}}}}});
    return budget;
}

std::vector<report::BilledMonth> march() { return {{.month = *BillingPeriod::parse("2013-03")}}; }

}  // namespace

TEST_CASE("a month that is billed until its 20th day counts 20 of its 31 days", "[answers]") {
    const auto share = billed_share("2013-03-20", march());
    REQUIRE(share);
    CHECK(*share == Rational{20, 31});
    CHECK(*billed_share("2013-03-31", march()) == Rational{1});
    CHECK(*billed_share("", march()) == Rational{1});
}

TEST_CASE("a day outside the last billed month is refused", "[answers]") {
    const auto share = billed_share("2013-04-01", march());
    REQUIRE_FALSE(share);
    CHECK(share.error().front().code == "through-outside-month");
}

TEST_CASE("a usage file is priced, its months ascending", "[answers]") {
    const TemporaryFolder folder;
    const std::string path =
        folder.write("usage.yaml",
                     "usage: 1\nprice_book: aws-glacier\nregion: us-east-1\nperiods:\n"
                     "  - {month: 2013-04, storage: [{class: glacier, average: 200 GiB, archives: 1}]}\n"
                     "  - {month: 2013-03, storage: [{class: glacier, average: 100 GiB, archives: 1}]}\n");
    const auto billed = billed_months({path}, {}, march_budget());
    REQUIRE(billed);
    REQUIRE(billed->months.size() == 2);
    CHECK(to_text(billed->months[0].month) == "2013-03");
    CHECK(forecast::total_of(billed->months[0].lines) == Money{Rational{1}});  // 100 GB-months at 0.010
}

TEST_CASE("lines of a statement have the budget's unit", "[answers]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("list.csv",
                                          "month,usage_type,quantity,unit,cost\n"
                                          "2013-03,TimedStorage-ByteHrs,120,GB-Month,1.20\n");
    const auto billed = billed_months({path}, {}, march_budget());
    REQUIRE(billed);
    REQUIRE(billed->months.size() == 1);
    REQUIRE(billed->months[0].lines.size() == 1);
    CHECK(billed->months[0].lines[0].unit == "GB-Mo");
    CHECK(billed->months[0].lines[0].cost == Money{Rational{6, 5}});
}

TEST_CASE("a statement without months needs one to be named", "[answers]") {
    const TemporaryFolder folder;
    const std::string path =
        folder.write("list.csv", "usage_type,quantity,cost\nTimedStorage-ByteHrs,120,1.20\n");
    const auto refused = billed_months({path}, {}, march_budget());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == "month-missing");
    io::StatementOptions named;
    named.scope.months = {*BillingPeriod::parse("2013-03")};
    const auto billed = billed_months({path}, named, march_budget());
    REQUIRE(billed);
    CHECK(billed->months.size() == 1);
}
