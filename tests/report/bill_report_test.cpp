#include "core/report/bill_report.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/bill_sentence.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace firn;
using namespace firn::report;
using pricing::Bill;
using pricing::BillingUnit;
using pricing::LineItem;
using pricing::PeriodBill;
using usage::ChargeType;

namespace {

Money usd(const std::string& amount) { return Money{*parse_decimal(amount)}; }

/// Storage for 529.00 in March 2013, storage for 29.00 and an unconfirmed transfer for 42.00 in April.
Bill two_months() {
    const LineItem storage{.charge = ChargeType::storage,
                           .storage_class = "glacier",
                           .usage_type = "TimedStorage-ByteHrs",
                           .unit = "GB-Mo",
                           .quantity = 52900,
                           .unit_price = UnitPrice{Rational{1, 100}},
                           .cost_exact = usd("529"),
                           .cost = usd("529"),
                           .steps = {"First step.", "Second step."}};
    LineItem less = storage;
    less.quantity = 2900;
    less.cost_exact = less.cost = usd("29");
    const LineItem transfer{.charge = ChargeType::transfer_out,
                            .usage_type = "DataTransfer-Out-Bytes",
                            .unit = "GB",
                            .quantity = 350,
                            .unit_price = UnitPrice{Rational{12, 100}},
                            .cost_exact = usd("42"),
                            .cost = usd("42"),
                            .doubts = {"it is recalled"}};
    Bill bill{.price_book = "aws-glacier", .region = "us-east-1", .currency = "USD"};
    bill.periods.push_back({.month = *BillingPeriod::parse("2013-03"),
                            .lines = {storage},
                            .total_exact = usd("529"),
                            .total = usd("529")});
    bill.periods.push_back({.month = *BillingPeriod::parse("2013-04"),
                            .lines = {less, transfer},
                            .total_exact = usd("71"),
                            .total = usd("71"),
                            .notes = {"Not confirmed (transfer_out): it is recalled."}});
    bill.total_exact = bill.total = usd("600");
    return bill;
}

}  // namespace

TEST_CASE("the answer says what the bill comes to and what carries it", "[report]") {
    CHECK(bill_sentence(two_months()) ==
          "The bill for 2013-03 to 2013-04 comes to 600.00 USD; storage is 93 % of it.");
    CHECK(bill_sentence(Bill{}) == "Nothing was used: there is no bill.");
}

TEST_CASE("the text has a table a month, marks what is not confirmed and ends with notes", "[report]") {
    const Bill bill = two_months();
    const std::string text = bill_text({bill});
    CHECK_THAT(text, Catch::StartsWith("The bill for 2013-03 to 2013-04 comes to 600.00 USD"));
    CHECK_THAT(text, Catch::Contains("52,900  GB-Mo       0.010      529.00"));
    CHECK_THAT(text, Catch::Contains("0.120 *"));
    CHECK_THAT(text, Catch::Contains("- 2013-04: Not confirmed (transfer_out): it is recalled."));
    CHECK_THAT(text, !Catch::Contains("First step."));
}

TEST_CASE("the explanation shows the steps of each line", "[report]") {
    const Bill bill = two_months();
    CHECK_THAT(
        bill_text({bill, true}),
        Catch::Contains("storage glacier in 2013-03: 529.00 USD:\n  - First step.\n  - Second step.\n"));
    CHECK_THAT(bill_markdown({bill, true}),
               Catch::Contains("### storage glacier in 2013-03: 529.00 USD\n\n- First step.\n"));
}

TEST_CASE("the CSV has a row a line and no separators", "[report]") {
    CHECK(bill_csv(two_months()) ==
          "month,charge,class,kind,tier,usage_type,operation,quantity,unit,unit_price,cost_exact,cost,"
          "currency,unconfirmed\n"
          "2013-03,storage,glacier,,,TimedStorage-ByteHrs,,52900,GB-Mo,0.010,529,529.00,USD,false\n"
          "2013-04,storage,glacier,,,TimedStorage-ByteHrs,,2900,GB-Mo,0.010,29,29.00,USD,false\n"
          "2013-04,transfer_out,,,,DataTransfer-Out-Bytes,,350,GB,0.120,42,42.00,USD,true\n");
}

TEST_CASE("the JSON has amounts as strings in the shape of the contract", "[report]") {
    const auto json = nlohmann::json::parse(bill_json(two_months(), {.program_version = "1"}));
    CHECK(json.at("currency") == "USD");
    CHECK(json.at("rounding") == "invoice");
    CHECK(json.at("total") == "600.00");
    CHECK(json.at("total_exact") == "600");
    const auto& line = json.at("periods").at(0).at("lines").at(0);
    CHECK(line.at("charge") == "storage");
    CHECK(line.at("class") == "glacier");
    CHECK(line.at("usage_type") == "TimedStorage-ByteHrs");
    CHECK(line.at("quantity") == "52900");
    CHECK(line.at("unit") == "GB-Mo");
    CHECK(line.at("unit_price") == "0.010");
    CHECK(line.at("cost_exact") == "529");
    CHECK(line.at("cost") == "529.00");
    CHECK(line.at("steps").size() == 2);
    CHECK(json.at("periods").at(1).at("total") == "71.00");
}
