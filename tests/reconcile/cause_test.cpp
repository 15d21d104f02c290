// Each cause by its numbers in docs/reconcile.md, in bills and statements of vaults in us-east-1 in 2014.
#include "tests/reconcile/statement_of_bill.hpp"

using namespace firn;
using namespace firn::reconcile;

namespace {

const std::string kHeader = "month,usage_type,quantity,unit,cost\n";

/// A usage of March 2014 against rows of a list.
Comparison compared(const std::string& entries, const std::string& rows, const CompareOptions& options = {},
                    const std::string& header = kHeader) {
    const pricing::Bill bill = pricing::bill_of(pricing::month_of("2014-03", entries));
    auto comparison = compare(bill, statement_of(header + rows), pricing::shipped_book("us-east-1"), options);
    INFO((comparison ? std::string{} : to_text(comparison.error())));
    REQUIRE(comparison);
    return std::move(comparison).value();
}

const std::string kTwoHundred = "    storage: [{class: glacier, average: 200 GiB, archives: 0}]\n";

/// "TimedStorage-ByteHrs price 0.2 = 0 + 0.2 + 0": the line that differs most, with the parts by quantity,
/// price and rounding.
std::string first_of(const Comparison& comparison) {
    const ComparedLine& line = comparison.lines.at(0);
    const auto text = [](const Money& money) { return format_decimal(money.amount()); };
    const std::string name =
        line.type == statement::LineType::usage ? line.usage_type : std::string{to_text(line.type)};
    return name + " " + std::string{to_text(line.cause)} + " " + text(line.difference) + " = " +
           text(line.parts.by_quantity) + " + " + text(line.parts.by_price) + " + " +
           text(line.parts.by_rounding);
}

}  // namespace

TEST_CASE("what is billed as expected has no cause", "[reconcile]") {
    const Comparison same = compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,GB-Mo,2.00\n");
    CHECK(first_of(same) == "TimedStorage-ByteHrs none 0 = 0 + 0 + 0");
    CHECK(same.causes.empty());
    CHECK(same.is_within_tolerance);
}

TEST_CASE("more requests at the same price are a matter of quantity", "[reconcile]") {
    // 24,000 - 20,000 = 4,000 requests at 0.00005: 0.20
    CHECK(first_of(compared("    requests: [{class: glacier, kind: upload, count: 20000}]\n",
                            "2014-03,Requests-Tier1,24000,Requests,1.20\n")) ==
          "Requests-Tier1 quantity 0.2 = 0.2 + 0 + 0");
}

TEST_CASE("the same quantity at another price is a matter of price", "[reconcile]") {
    // 200 x (0.011 - 0.010) = 0.20
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,GB-Mo,2.20\n")) ==
          "TimedStorage-ByteHrs price 0.2 = 0 + 0.2 + 0");
}

TEST_CASE("quantity and price that both differ are both named", "[reconcile]") {
    // 220 at 0.0102 = 2.244: 0.20 by 20 GB-Mo at 0.010, 0.044 by 220 x 0.0002
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,220,GB-Mo,2.244\n")) ==
          "TimedStorage-ByteHrs quantity and price 0.244 = 0.2 + 0.044 + 0");
    // 202 at 0.012 = 2.424: 0.02 by 2 GB-Mo, 0.404 by 202 x 0.002
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,202,GB-Mo,2.424\n")) ==
          "TimedStorage-ByteHrs quantity and price 0.424 = 0.02 + 0.404 + 0");
}

TEST_CASE("a quantity and a price that offset each other are named", "[reconcile]") {
    // 250 at 0.008 are 2.00 as well: 50 x 0.010 = 0.50 more by quantity, 250 x 0.002 less by price
    const Comparison offset = compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,250,GB-Mo,2.00\n");
    CHECK(first_of(offset) == "TimedStorage-ByteHrs quantity and price 0 = 0.5 + -0.5 + 0");
    CHECK(format_decimal(offset.causes.front().absolute.amount()) == "0.5");
    // The same cost for nothing: 2.00 less by quantity, 2.00 more by price
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,0,GB-Mo,2.00\n")) ==
          "TimedStorage-ByteHrs quantity and price 0 = -2 + 2 + 0");
    // 200.2 GB-Mo are 2.002, 2.00 on an invoice: the cent hides it
    CHECK(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200.2,GB-Mo,2.00\n").causes.empty());
}

TEST_CASE("a line that is billed in another unit is named", "[reconcile]") {
    const Comparison comparison = compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,Requests,2.00\n");
    CHECK(first_of(comparison) == "TimedStorage-ByteHrs unit 0 = 0 + 0 + 0");
    CHECK(comparison.lines.front().unit == "GB-Mo, billed in Requests");
    // Another spelling is no other unit.
    CHECK(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,GB-Months,2.00\n").causes.empty());
}

TEST_CASE("what is billed for nothing differs in its price", "[reconcile]") {
    // 200 GB-Mo at 0 in place of 0.010
    const std::string expected = "TimedStorage-ByteHrs price -2 = 0 + -2 + 0";
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,GB-Mo,0.00\n")) == expected);
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,0,0\n", {},
                            "month,usage_type,quantity,unit_price,cost\n")) == expected);
}

TEST_CASE("a cost that is rounded to no cents is a matter of rounding", "[reconcile]") {
    // 0.2 GB-Mo at 0.010 are 0.002: shown as the least cent, billed 0.00
    const std::string little = "    storage: [{class: glacier, average: 0.2 GiB, archives: 0}]\n";
    const std::string expected = "TimedStorage-ByteHrs rounding -0.01 = 0 + -0.002 + -0.008";
    CHECK(first_of(compared(little, "2014-03,TimedStorage-ByteHrs,0.2,GB-Mo,0.00\n")) == expected);
    CHECK(first_of(compared(little, "2014-03,TimedStorage-ByteHrs,0.2,0.010,0.00\n", {},
                            "month,usage_type,quantity,unit_price,cost\n")) == expected);
}

TEST_CASE("a cost that is not its own quantity at its own price is an amount", "[reconcile]") {
    // The statement prints 200 at 0.010, and 2.10
    CHECK(first_of(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,200,0.010,2.10\n", {},
                            "month,usage_type,quantity,unit_price,cost\n")) ==
          "TimedStorage-ByteHrs amount 0.1 = 0 + 0.1 + 0");
}

TEST_CASE("half a cent rounded the other way is a matter of rounding", "[reconcile]") {
    // 12.5 x 0.010 = 0.125: shown 0.13, billed 0.12, each within half a cent of it.
    CHECK(first_of(compared("    storage: [{class: glacier, average: 12.5 GiB, archives: 0}]\n",
                            "2014-03,TimedStorage-ByteHrs,12.500,GB-Mo,0.12\n")) ==
          "TimedStorage-ByteHrs rounding -0.01 = 0 + -0.005 + -0.005");
}

TEST_CASE("a whole cent is more than rounding hides", "[reconcile]") {
    CHECK(first_of(compared("    storage: [{class: glacier, average: 12.5 GiB, archives: 0}]\n",
                            "2014-03,TimedStorage-ByteHrs,12.500,GB-Mo,0.11\n")) ==
          "TimedStorage-ByteHrs price -0.02 = 0 + -0.015 + -0.005");
}

TEST_CASE("a statement's last decimals hide what a report's rows round", "[reconcile]") {
    // 31 rows of a third of a thirty-first of a GB-Mo: each is rounded at the tenth decimal.
    std::string rows;
    for (int day = 0; day < 31; ++day)
        rows += "2014-03,TimedStorage-ByteHrs,0.0107526882,GB-Mo,0.0001075269\n";
    const Comparison comparison =
        compared("    metered: [{charge: storage, class: glacier, quantity: 0.3333333333333}]\n", rows);
    // 31 x 0.0001075269 = 0.0033333339; shown by this bill as 0.01.
    CHECK(comparison.lines.front().cause == Cause::rounding);
}

TEST_CASE("a billed line that nobody expected is missing on our side", "[reconcile]") {
    CHECK(first_of(compared(kTwoHundred,
                            "2014-03,TimedStorage-ByteHrs,200,GB-Mo,2.00\n"
                            "2014-03,EarlyDelete-ByteHrs,5.5,GB-Mo,0.06\n")) ==
          "EarlyDelete-ByteHrs missing on our side 0.06 = 0.06 + 0 + 0");
}

TEST_CASE("an expected line that is not billed is missing on the vendor's side", "[reconcile]") {
    CHECK(first_of(compared(kTwoHundred + "    transfer_out: 11 GiB\n",
                            "2014-03,TimedStorage-ByteHrs,200,GB-Mo,2.00\n")) ==
          "DataTransfer-Out-Bytes missing on the vendor's side -1.2 = -1.2 + 0 + 0");
}

TEST_CASE("what is missing in a month that is not closed may still come", "[reconcile]") {
    const std::string header =
        "lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/LineItemType,lineItem/UsageType,lineItem/"
        "UsageAmount,"
        "lineItem/UnblendedCost\n";
    const std::string until_twentieth =
        "2014-03-01T00:00:00Z,2014-03-20T00:00:00Z,Usage,TimedStorage-ByteHrs,61.290,0.61\n";
    const std::string hundred = "    storage: [{class: glacier, average: 100 GiB, archives: 0}]\n";
    const Comparison open = compared(hundred + "    transfer_out: 11 GiB\n", until_twentieth, {}, header);
    REQUIRE(open.open_months.size() == 1);
    CHECK(open.lines[0].cause == Cause::month_open);
    CHECK(open.lines[1].cause == Cause::month_open);
    CHECK(format_decimal(open.lines[1].difference.amount()) == "-0.39");
    // What is too much does not go away.
    const std::string too_much =
        "2014-03-01T00:00:00Z,2014-03-20T00:00:00Z,Usage,TimedStorage-ByteHrs,110,1.10\n";
    CHECK(compared(hundred, too_much, {}, header).lines[0].cause == Cause::quantity);
}

TEST_CASE("a month without the number of an invoice is not closed", "[reconcile]") {
    const std::string header = "month,usage_type,quantity,cost,invoice\n";
    CHECK(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,150,1.50,\n", {}, header).lines[0].cause ==
          Cause::month_open);
    CHECK(compared(kTwoHundred, "2014-03,TimedStorage-ByteHrs,150,1.50,17\n", {}, header).lines[0].cause ==
          Cause::quantity);
}

TEST_CASE("the number of an invoice closes a month whose usage ended early", "[reconcile]") {
    // All was deleted on the 20th: nothing more will come.
    const std::string header =
        "bill/InvoiceId,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/LineItemType,"
        "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost\n";
    const Comparison closed = compared(
        kTwoHundred, "111,2014-03-01T00:00:00Z,2014-03-20T00:00:00Z,Usage,TimedStorage-ByteHrs,150,1.50\n",
        {}, header);
    CHECK(closed.open_months.empty());
    CHECK(closed.lines.front().cause == Cause::quantity);
}

TEST_CASE("a model that has what an earlier invoice said differs by the one that was issued anew",
          "[reconcile]") {
    const std::string header = "month,usage_type,quantity,cost,invoice\n";
    const Comparison comparison = compared(kTwoHundred,
                                           "2014-03,TimedStorage-ByteHrs,200,2.00,111\n"
                                           "2014-03,TimedStorage-ByteHrs,180,1.80,112\n",
                                           {}, header);
    CHECK(first_of(comparison) == "TimedStorage-ByteHrs re-issued -0.2 = -0.2 + 0 + 0");
    CHECK(format_decimal(comparison.billed.amount()) == "1.8");
    CHECK(comparison.superseded_invoices == std::vector<std::string>{"111"});
    // Expected 180 from the start, there is nothing to explain.
    CHECK(compared("    storage: [{class: glacier, average: 180 GiB, archives: 0}]\n",
                   "2014-03,TimedStorage-ByteHrs,200,2.00,111\n2014-03,TimedStorage-ByteHrs,180,1.80,112\n",
                   {}, header)
              .causes.empty());
}

TEST_CASE("which invoice is newer is told by its date or number, not by the order of rows", "[reconcile]") {
    const std::string later = "2014-03,TimedStorage-ByteHrs,180,1.80,1002,2014-04-09\n";
    const std::string earlier = "2014-03,TimedStorage-ByteHrs,200,2.00,999,2014-04-03\n";
    const std::string dated = "month,usage_type,quantity,cost,invoice,invoice_date\n";
    const std::string numbered = "month,usage_type,quantity,cost,invoice,note\n";
    for (const std::string& header : {dated, numbered}) {
        for (const std::string& rows : {later + earlier, earlier + later}) {
            const Comparison comparison = compared(kTwoHundred, rows, {}, header);
            CHECK(comparison.lines.front().cause == Cause::reissued);
            CHECK(comparison.superseded_invoices == std::vector<std::string>{"999"});
        }
    }
    // The date goes before the number.
    const Comparison swapped = compared(kTwoHundred,
                                        "2014-03,TimedStorage-ByteHrs,180,1.80,111,2014-04-09\n"
                                        "2014-03,TimedStorage-ByteHrs,200,2.00,112,2014-04-03\n",
                                        {}, dated);
    CHECK(swapped.superseded_invoices == std::vector<std::string>{"112"});
}

TEST_CASE("a bill of another type takes nothing back", "[reconcile]") {
    const Comparison comparison = compared(kTwoHundred,
                                           "2014-03,TimedStorage-ByteHrs,150,1.50,111,Anniversary\n"
                                           "2014-03,TimedStorage-ByteHrs,50,0.50,112,Purchase\n",
                                           {}, "month,usage_type,quantity,cost,invoice,bill_type\n");
    CHECK(comparison.causes.empty());
    CHECK(comparison.superseded_invoices.empty());
}

TEST_CASE("what a later invoice does not repeat stays billed", "[reconcile]") {
    const std::string header = "month,usage_type,quantity,cost,invoice\n";
    const Comparison comparison = compared(kTwoHundred + "    transfer_out: 11 GiB\n",
                                           "2014-03,TimedStorage-ByteHrs,200,2.00,111\n"
                                           "2014-03,DataTransfer-Out-Bytes,10,1.20,111\n"
                                           "2014-03,TimedStorage-ByteHrs,200,2.00,112\n",
                                           {}, header);
    CHECK(comparison.causes.empty());
    // 200 x 0.010 + 10 x 0.120
    CHECK(format_decimal(comparison.billed.amount()) == "3.2");
}

TEST_CASE("invoices that share no usage stand beside each other", "[reconcile]") {
    const Comparison comparison = compared(kTwoHundred + "    transfer_out: 11 GiB\n",
                                           "2014-03,TimedStorage-ByteHrs,200,2.00,111\n"
                                           "2014-03,DataTransfer-Out-Bytes,10,1.20,112\n",
                                           {}, "month,usage_type,quantity,cost,invoice\n");
    CHECK(comparison.causes.empty());
    CHECK(comparison.superseded_invoices.empty());
}

TEST_CASE("costs alone differ in their amount", "[reconcile]") {
    CHECK(first_of(compared("    storage: [{class: glacier, average: 100 GiB, archives: 0}]\n",
                            "2014-03,TimedStorage-ByteHrs,1.10\n", {}, "month,usage_type,cost\n")) ==
          "TimedStorage-ByteHrs amount 0.1 = 0 + 0 + 0.1");
}

TEST_CASE("a billing record of rounding is rounding", "[reconcile]") {
    CHECK(first_of(compared(
              kTwoHundred, "2014-03,usage,TimedStorage-ByteHrs,200,2.00\n2014-03,rounding,,,-0.01\n", {},
              "month,line_type,usage_type,quantity,cost\n")) == "rounding rounding -0.01 = 0 + 0 + -0.01");
}

TEST_CASE("bands are filled again with the billed quantity", "[reconcile]") {
    // 10,240 GB are 1 free and 10,239 at 0.120 = 1,228.68; 10,300 GB billed are 61 more: 7.32.
    CHECK(first_of(
              compared("    transfer_out: 10 TiB\n", "2014-03,DataTransfer-Out-Bytes,10300,GB,1236.00\n")) ==
          "DataTransfer-Out-Bytes quantity 7.32 = 7.32 + 0 + 0");
}

TEST_CASE("free usage in a row of its own is no difference in quantity", "[reconcile]") {
    const Comparison comparison = compared("    transfer_out: 11 GiB\n",
                                           "2014-03,DataTransfer-Out-Bytes,1,GB,0.00\n"
                                           "2014-03,DataTransfer-Out-Bytes,10,GB,1.30\n");
    // 10 x 0.120 = 1.20
    CHECK(first_of(comparison) == "DataTransfer-Out-Bytes price 0.1 = 0 + 0.1 + 0");
}

TEST_CASE("lines that make up for each other are not within the tolerance", "[reconcile]") {
    const std::string rows = "2014-03,TimedStorage-ByteHrs,400,GB-Mo,4.00\n";
    const Comparison comparison =
        compared(kTwoHundred + "    requests: [{class: glacier, kind: upload, count: 40000}]\n",
                 rows + "2014-03,Requests-Tier1,0,Requests,0.00\n");
    // 40,000 x 0.00005 = 2.00 less for requests, 2.00 more for storage
    CHECK(comparison.difference.is_zero());
    CHECK(format_decimal(comparison.in_question.amount()) == "4");
    CHECK_FALSE(comparison.is_within_tolerance);
}

TEST_CASE("a tolerance is about the totals and the lines", "[reconcile]") {
    const std::string rows = "2014-03,TimedStorage-ByteHrs,200,GB-Mo,2.20\n";
    CHECK_FALSE(compared(kTwoHundred, rows).is_within_tolerance);
    CHECK(compared(kTwoHundred, rows, {.tolerance = Money{Rational{1, 5}}}).is_within_tolerance);
    CHECK_FALSE(compared(kTwoHundred, rows, {.tolerance = Money{Rational{19, 100}}}).is_within_tolerance);
    CHECK(compared(kTwoHundred, rows, {.tolerance = Share{Rational{1, 10}}}).is_within_tolerance);
    CHECK_FALSE(compared(kTwoHundred, rows, {.tolerance = Share{Rational{9, 100}}}).is_within_tolerance);
}
