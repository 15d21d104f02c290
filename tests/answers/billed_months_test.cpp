#include "core/answers/billed_months.hpp"

#include "core/answers/billed_files.hpp"
#include "core/answers/usage_file.hpp"
#include "core/statement/nothing_left.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::answers;

namespace {

forecast::Budget march_budget() {
    forecast::Budget budget;
    budget.currency = "USD";
    budget.price_book = "aws-glacier";
    budget.months.push_back(
        {.month = *BillingPeriod::parse("2013-03"),
         .lines = {{"TimedStorage-ByteHrs", "GB-Mo", Rational{100}, Money{Rational{1}}}}});
    return budget;
}

std::vector<forecast::BilledMonth> march() { return {{.month = *BillingPeriod::parse("2013-03")}}; }

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

TEST_CASE("a budget among bills is called what it is, and never makes the bills the odd ones", "[answers]") {
    const TemporaryFolder folder;
    const std::string budget = folder.write("a.json", "{\n  \"budget\": 1,\n  \"firn\": {}}");
    const std::string bill = folder.write("b.json", "{\n  \"firn\": {}, \"periods\": []}");
    const auto files = billed_files({budget, bill});
    REQUIRE_FALSE(files);
    REQUIRE(files.error().size() == 1);
    CHECK(files.error().front().where.file == budget);
    CHECK(files.error().front().what.starts_with("this is a budget that firn forecast --freeze kept"));
    CHECK(billed_files({budget})->kind == BilledKind::budget);
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

TEST_CASE("a fee of a list without a quantity is a one-off", "[answers]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("list.csv",
                                          "month,usage_type,quantity,unit,cost\n"
                                          "2013-03,TimedStorage-ByteHrs,100,GB-Mo,1.00\n"
                                          "2013-03,EarlyDelete-ByteHrs,,,2.50\n");
    const auto billed = billed_months({path}, {}, march_budget());
    REQUIRE(billed);
    const auto variance = forecast::variance_of(march_budget(), billed->months, Rational{1});
    REQUIRE(variance);
    CHECK(variance->bridge.one_off == Money{Rational{5, 2}});
    CHECK(variance->bridge.unexplained.is_zero());
    REQUIRE(variance->one_offs.size() == 1);
}

TEST_CASE("rows that are all left out are counted by their reasons", "[answers]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("list.csv",
                                          "month,usage_type,bucket,quantity,unit,cost\n"
                                          "2013-03,TimedStorage-ByteHrs,one,100,GB-Mo,1.00\n"
                                          "2013-03,Requests-Tier1,two,100,Requests,1.00\n");
    io::StatementOptions wanted;
    wanted.scope.bucket = "three";
    const auto billed = billed_months({path}, wanted, march_budget());
    REQUIRE(billed);
    CHECK(billed->months.empty());
    REQUIRE(billed->left_out.size() == 1);
    const Diagnostic fault = statement::nothing_left(billed->left_out, path);
    CHECK(fault.code == "statement-nothing-left");
    CHECK(fault.what == "nothing of the statement is left: it has 2 rows of other buckets");
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

namespace {

std::string usage_text(const std::string& month) {
    return "usage: 1\nprice_book: aws-glacier\nregion: us-east-1\nperiods:\n  - {month: " + month +
           ", storage: [{class: glacier, average: 100 GiB, archives: 1}]}\n";
}

}  // namespace

TEST_CASE("several usage files, or a folder of them, bill a month each", "[answers]") {
    const TemporaryFolder folder;
    const std::string april = folder.write("april.txt", usage_text("2013-04"));
    const std::string march = folder.write("march.yaml", usage_text("2013-03"));
    const auto named = billed_months({march, april}, {}, march_budget());
    REQUIRE(named);
    CHECK(named->months.size() == 2);
    const auto all = billed_months({folder.path()}, {}, march_budget());
    REQUIRE(all);
    REQUIRE(all->months.size() == 2);
    CHECK(to_text(all->months[1].month) == "2013-04");
}

TEST_CASE("a month in two files is an error that names both", "[answers]") {
    const TemporaryFolder folder;
    const std::string first = folder.write("first.yaml", usage_text("2013-03"));
    const std::string second = folder.write("second.yaml", usage_text("2013-03"));
    const auto refused = billed_months({first, second}, {}, march_budget());
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().size() == 1);
    CHECK(refused.error().front().code == "month-billed-twice");
    CHECK(refused.error().front().where.file == second);
    CHECK(refused.error().front().what.find(first) != std::string::npos);
    const auto same = billed_months({first, first}, {}, march_budget());
    REQUIRE_FALSE(same);
    CHECK(same.error().front().code == "month-billed-twice");
}

TEST_CASE("of files of two kinds the odd one is named", "[answers]") {
    const TemporaryFolder folder;
    const std::string list = folder.write("list.csv", "usage_type,quantity,cost\nTimedStorage-ByteHrs,1,1\n");
    const std::string march = folder.write("march.yaml", usage_text("2013-03"));
    const std::string april = folder.write("april.yaml", usage_text("2013-04"));
    const auto refused = billed_months({list, march, april}, {}, march_budget());
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().size() == 1);
    CHECK(refused.error().front().code == "bills-of-two-kinds");
    CHECK(refused.error().front().where.file == list);
}

TEST_CASE("the book says the charge of a usage type that the budget does not have", "[answers]") {
    const TemporaryFolder folder;
    forecast::Budget budget = march_budget();
    budget.region = "us-east-1";
    const std::string path = folder.write("list.csv",
                                          "month,usage_type,quantity,unit,cost\n"
                                          "2013-03,EarlyDelete-ByteHrs,120,GB-Mo,1.20\n");
    const auto billed = billed_months({path}, {}, budget);
    REQUIRE(billed);
    CHECK(billed->months.at(0).lines.at(0).charge == usage::ChargeType::early_deletion);
}

TEST_CASE("a usage file is recognised by its text, packed and whatever its name", "[answers]") {
    const TemporaryFolder folder;
    const std::string packed = folder.write("march", gzip(usage_text("2013-03")));
    CHECK(is_usage_file(packed));
    CHECK_FALSE(is_usage_file(folder.write("list.yaml", "month,items,bytes\n")));
    const auto billed = billed_months({packed}, {}, march_budget());
    REQUIRE(billed);
    CHECK(forecast::total_of(billed->months.at(0).lines) == Money{Rational{1}});
}

TEST_CASE("bills in another currency than the budget's are refused", "[answers]") {
    const TemporaryFolder folder;
    forecast::Budget budget = march_budget();
    budget.currency = "EUR";
    const std::string bill =
        R"({"currency": "USD", "periods": [{"month": "2013-03", "lines": [{"usage_type": "a", "cost": "1"}]}]})";
    for (const std::string& path :
         {folder.write("usage.yaml", usage_text("2013-03")), folder.write("b.json", bill)}) {
        const auto refused = billed_months({path}, {}, budget);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().front().code == "currency-differs");
    }
}
