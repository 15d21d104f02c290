#include "core/io/statement_reader.hpp"
#include "tests/io/codes_of.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::io;
using statement::Line;
using statement::LineType;
using statement::Statement;

namespace {

Statement read(const std::string& text, const StatementOptions& options = {}) {
    const TemporaryFolder folder;
    auto read = read_statement({folder.write("statement.csv", text)}, options);
    INFO((read ? std::string{} : to_text(read.error())));
    REQUIRE(read);
    return std::move(read->statement);
}

std::vector<std::string> faults_of(const std::string& text, const StatementOptions& options = {}) {
    const TemporaryFolder folder;
    return codes_of(read_statement({folder.write("statement.csv", text)}, options));
}

/// "2026-08 usage AmazonS3 TimedStorage-GDA-ByteHrs DeepArchiveStorage 100 GB-Mo at 0.00099 0.099"
std::string text_of(const Line& line) {
    std::string text = line.month ? to_text(*line.month) : "no month";
    text += " " + std::string{to_text(line.type)} + " " + line.service + " " + line.usage_type + " " +
            line.operation;
    text += " " + (line.quantity ? format_decimal(*line.quantity) : "-") + " " + line.unit;
    text += " at " + (line.rate ? format_decimal(line.rate->per_unit()) : "-");
    return text + " " + format_decimal(line.cost.amount());
}

const std::string kStored =
    "2026-08 usage AmazonS3 TimedStorage-GDA-ByteHrs DeepArchiveStorage 100 GB-Mo at 0.00099 0.099";

const std::string kCurHeader =
    "identity/LineItemId,bill/InvoiceId,bill/PayerAccountId,bill/BillingPeriodStartDate,lineItem/"
    "UsageAccountId,"
    "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/ProductCode,lineItem/"
    "UsageType,"
    "lineItem/Operation,lineItem/ResourceId,lineItem/UsageAmount,lineItem/CurrencyCode,lineItem/"
    "UnblendedRate,"
    "lineItem/UnblendedCost,lineItem/LineItemDescription,pricing/unit,resourceTags/user:project\n";

std::string cur_row(const std::string& tag = "backup", const std::string& invoice = "17",
                    const std::string& id = "x") {
    return id + "," + invoice +
           ",111,2026-08-01T00:00:00Z,222,Usage,2026-08-01T00:00:00Z,2026-08-02T00:00:00Z,AmazonS3,"
           "TimedStorage-GDA-ByteHrs,DeepArchiveStorage,my-bucket,50.0000000000,USD,0.0009900000,0."
           "0495000000,"
           "\"$0.00099, a GB\",GB-Mo," +
           tag + "\n";
}

}  // namespace

TEST_CASE("a cost and usage report adds up", "[io][statement]") {
    const Statement statement = read(kCurHeader + cur_row() + cur_row("backup", "17", "y"));
    CHECK(statement.format == "cur");
    CHECK(statement.currency == "USD");
    REQUIRE(statement.lines.size() == 1);
    CHECK(text_of(statement.lines.front()) == kStored);
    CHECK(statement.lines.front().invoice == "17");
    CHECK(statement.lines.front().account == "222");
    CHECK(to_text(*statement.months.front().until) == "2026-08-02T00:00:00Z");
    CHECK(statement.has_invoices);
}

TEST_CASE("a cost and usage report 2.0 says the same", "[io][statement]") {
    const Statement statement = read(
        "bill_billing_period_start_date,line_item_usage_start_date,line_item_usage_end_date,"
        "line_item_line_item_type,line_item_product_code,line_item_usage_type,line_item_operation,"
        "line_item_usage_amount,pricing_unit,line_item_unblended_rate,line_item_unblended_cost,resource_"
        "tags\n"
        "2026-08-01 00:00:00.000,2026-08-01 00:00:00.000,2026-09-01 00:00:00.000,Usage,AmazonS3,"
        "TimedStorage-GDA-ByteHrs,DeepArchiveStorage,1E2,GB-Mo,9.9E-4,0.099,\"{\"\"user_project\"\":"
        "\"\"backup\"\"}\"\n",
        {.scope = {.tag = statement::Tag{"project", "backup"}}});
    CHECK(statement.format == "cur2");
    REQUIRE(statement.lines.size() == 1);
    CHECK(text_of(statement.lines.front()) == kStored);
    CHECK_FALSE(statement.has_invoices);
}

TEST_CASE("FOCUS says the same", "[io][statement]") {
    const Statement statement = read(
        "BilledCost,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,"
        "ListUnitPrice,PricingQuantity,PricingUnit,ServiceName,Tags,x_Operation,x_ServiceCode,x_UsageType\n"
        "0.099,USD,2026-08-01T00:00:00Z,Usage,2026-09-01T00:00:00Z,2026-08-01T00:00:00Z,0.00099,100,GB-Mo,"
        "Amazon Simple Storage Service,,DeepArchiveStorage,AmazonS3,TimedStorage-GDA-ByteHrs\n"
        "0.02,USD,2026-08-01T00:00:00Z,Tax,2026-09-01T00:00:00Z,2026-08-01T00:00:00Z,,,,,,,AmazonS3,\n");
    CHECK(statement.format == "focus");
    REQUIRE(statement.lines.size() == 2);
    CHECK(text_of(statement.lines.front()) == kStored);
    CHECK(statement.lines.back().type == LineType::tax);
    CHECK_FALSE(statement.lines.back().quantity);
}

TEST_CASE("a detailed billing report has totals that are no charges, and a record of its rounding",
          "[io][statement]") {
    const Statement statement = read(
        "InvoiceID,PayerAccountId,RecordType,ProductName,UsageType,Operation,UsageStartDate,UsageEndDate,"
        "UsageQuantity,Rate,Cost\n"
        "Estimated,111,LineItem,Amazon Glacier,TimedStorage-ByteHrs,,2014-02-01 00:00:00,2014-03-01 00:00:00,"
        "129.120,0.010,1.2912\n"
        "Estimated,111,Rounding,,,,2014-02-01 00:00:00,,,,-0.0012\n"
        "Estimated,111,InvoiceTotal,,,,,,,,1.29\n"
        "Estimated,111,StatementTotal,,,,,,,,1.29\n");
    CHECK(statement.format == "dbr");
    REQUIRE(statement.lines.size() == 2);
    CHECK(text_of(statement.lines.front()) ==
          "2014-02 usage Amazon Glacier TimedStorage-ByteHrs  129.12  at 0.01 1.2912");
    CHECK(statement.lines.back().type == LineType::rounding);
    // "Estimated" is no invoice: the month is not closed.
    CHECK(statement.has_invoices);
    CHECK_FALSE(statement.months.front().has_invoice);
}

TEST_CASE("a list has whatever columns it has, in any spelling", "[io][statement]") {
    const Statement statement =
        read("Cost;Usage Type;Quantity;Month\n0.099;TimedStorage-GDA-ByteHrs;100;2026-08\n");
    CHECK(statement.format == "list");
    REQUIRE(statement.lines.size() == 1);
    CHECK(text_of(statement.lines.front()) == "2026-08 usage  TimedStorage-GDA-ByteHrs  100  at - 0.099");
    CHECK_FALSE(statement.has_operations);
}

TEST_CASE("a row of a list with neither quantity nor unit is a fee", "[io][statement]") {
    const std::string header = "month,usage_type,quantity,unit,cost\n";
    const Statement statement =
        read(header + "2026-08,TimedStorage-GDA-ByteHrs,100,GB-Mo,0.099\n2026-08,EarlyDelete-GDA,,,6.34\n");
    REQUIRE(statement.lines.size() == 2);
    CHECK(text_of(statement.lines[1]) == "2026-08 usage  EarlyDelete-GDA  -  at - 6.34");
    CHECK(faults_of(header + "2026-08,EarlyDelete-GDA,,GB-Mo,6.34\n") ==
          std::vector<std::string>{"quantity-not-a-number"});
    // Rows of one line of which one does not tell its quantity have none together.
    const Statement mixed = read(
        "month,usage_type,quantity,cost\n2026-08,EarlyDelete-GDA,100,1\n"
        "2026-08,EarlyDelete-GDA,,6.34\n");
    REQUIRE(mixed.lines.size() == 1);
    CHECK(text_of(mixed.lines[0]) == "2026-08 usage  EarlyDelete-GDA  -  at - 7.34");
}

TEST_CASE("tables of Cost Explorer are read either way round, without their totals", "[io][statement]") {
    const Statement down = read(
        "\"Usage type\",\"TimedStorage-GDA-ByteHrs($)\",\"Requests-GDA-Tier1($)\",\"Total costs($)\"\n"
        "\"Usage type total\",\"0.3\",\"1\",\"1.3\"\n"
        "\"2026-08-01\",\"0.1\",\"\",\"0.1\"\n\"2026-08-02\",\"0.2\",\"1\",\"1.2\"\n");
    const Statement across = read(
        "Usage type,2026-08-01,2026-08-02,Total\nTimedStorage-GDA-ByteHrs,0.1,0.2,0.3\n"
        "Requests-GDA-Tier1,,1,1\nTotal,0.1,1.2,1.3\n");
    for (const Statement& statement : {down, across}) {
        CHECK(statement.format == "cost-explorer");
        CHECK_FALSE(statement.has_quantities);
        CHECK(statement.has_usage_types);
        REQUIRE(statement.lines.size() == 2);
        CHECK(text_of(statement.lines[0]) == "2026-08 usage  TimedStorage-GDA-ByteHrs  -  at - 0.3");
        CHECK(text_of(statement.lines[1]) == "2026-08 usage  Requests-GDA-Tier1  -  at - 1");
        CHECK(to_text(*statement.months.front().until) == "2026-08-03T00:00:00Z");
    }
    CHECK(down.currency == "USD");
}

TEST_CASE("a table of months does not tell where they end", "[io][statement]") {
    const Statement statement =
        read("Service,S3($),Total costs($)\nService total,3,3\n2026-07-01,1,1\n2026-08-01,2,2\n");
    CHECK_FALSE(statement.has_usage_types);
    REQUIRE(statement.months.size() == 2);
    CHECK_FALSE(statement.months.front().until);
}

TEST_CASE("packed files and parts of a report add up", "[io][statement]") {
    const TemporaryFolder folder;
    const auto read = read_statement({folder.write("a.csv.gz", gzip(kCurHeader + cur_row())),
                                      folder.write("b.csv", kCurHeader + cur_row("backup", "17", "y"))});
    REQUIRE(read);
    REQUIRE(read->statement.lines.size() == 1);
    CHECK(text_of(read->statement.lines.front()) == kStored);
    CHECK(read->statement.rows == 2);
}

TEST_CASE("the scope is by bucket, tag, account and service", "[io][statement]") {
    const std::string text = kCurHeader + cur_row() + cur_row("other");
    CHECK(read(text, {.scope = {.tag = statement::Tag{"user:project", "other"}}}).rows == 1);
    CHECK(read(text, {.scope = {.bucket = "my-bucket"}}).rows == 2);
    CHECK(read(text, {.scope = {.bucket = "your-bucket"}}).rows == 0);
    CHECK(read(text, {.scope = {.account = "111"}}).rows == 2);
    CHECK(read(text, {.scope = {.services = {"AmazonGlacier"}}}).rows == 0);
}

TEST_CASE("what is wrong with a statement is said all at once", "[io][statement]") {
    CHECK(faults_of("a,b\n1,2\n") == Codes{"statement-unknown"});
    CHECK(faults_of("lineItem/UsageType,lineItem/UsageStartDate\nA,B\n") ==
          Codes{"statement-header", "statement-header", "statement-header"});
    CHECK(faults_of("usage_type,quantity,cost\nA,x,y\nA,-1,1\nA,1\n") ==
          Codes{"quantity-not-a-number", "cost-not-a-number", "quantity-negative", "field-missing"});
    CHECK(faults_of("usage_type,quantity,cost,currency\nA,1,1,EUR\nA,1,1,EUR\n", {.currency = "USD"}) ==
          Codes{"currency-differs"});
    CHECK(faults_of("usage_type,quantity,cost\n\n") == Codes{"statement-empty"});
    CHECK(faults_of("usage_type,usage_type,cost\nA,B,1\n") == Codes{"statement-header"});
}

TEST_CASE("a format that is asked for is taken at its word", "[io][statement]") {
    CHECK(faults_of("usage_type,quantity,cost\nA,1,1\n", {.format = StatementFormat::focus}).size() == 5);
    CHECK(statement_format_named("cost-explorer") == StatementFormat::cost_explorer);
    CHECK_FALSE(statement_format_named("excel"));
}
