#include "tests/io/codes_of.hpp"
#include "tests/reconcile/statement_of_bill.hpp"

using namespace firn;
using namespace firn::reconcile;
using pricing::shipped_book;

namespace {

constexpr const char* kDeepArchive =
    "    storage: [{class: deep_archive, average: 10 TiB, archives: 100000}]\n"
    "    requests: [{class: deep_archive, kind: put, count: 4000}, {class: standard, kind: list, count: "
    "1000}]\n";

pricing::Bill deep_archive_bill(const std::string& more = "") {
    return pricing::bill_of(pricing::s3_month_of("2026-08", kDeepArchive + more), pricing::Rounding::report);
}

Comparison compared(const pricing::Bill& bill, const std::string& text, const CompareOptions& options = {}) {
    auto comparison = compare(bill, statement_of(text), shipped_book(bill.region, bill.price_book), options);
    INFO((comparison ? std::string{} : to_text(comparison.error())));
    REQUIRE(comparison);
    return std::move(comparison).value();
}

std::string left_out_of(const Comparison& comparison) {
    std::string text;
    for (const statement::LeftOut& out : comparison.left_out)
        text += std::string{to_text(out.scoped)} + " " + std::to_string(out.rows) + " " +
                format_decimal(out.cost.amount()) + "; ";
    return text;
}

}  // namespace

TEST_CASE("a bill is billed as expected when the statement is the bill", "[reconcile]") {
    const pricing::Bill bill = deep_archive_bill();
    for (const std::string& text : {list_of(bill), cur_of(bill, "AmazonS3")}) {
        const Comparison comparison = compared(bill, text);
        CHECK(comparison.is_within_tolerance);
        for (const ComparedLine& line : comparison.lines)
            CHECK((line.cause == Cause::none || line.cause == Cause::rounding));
        // data, two overheads, two kinds of request
        CHECK(comparison.lines.size() == 5);
    }
}

TEST_CASE("operations that are billed as one are one line", "[reconcile]") {
    // 3,000 puts and 1,000 copies are 4,000 requests of the kind put: 4,000 x 0.00005 = 0.20
    const Comparison comparison = compared(
        pricing::bill_of(pricing::s3_month_of(
            "2026-08", "    requests: [{class: deep_archive, kind: put, count: 4000}]\n")),
        "month,usage_type,operation,quantity,cost\n"
        "2026-08,Requests-GDA-Tier1,PutObject,3000,0.15\n2026-08,Requests-GDA-Tier1,CopyObject,1000,0.05\n");
    REQUIRE(comparison.lines.size() == 1);
    CHECK(comparison.lines.front().cause == Cause::none);
}

TEST_CASE("a statement without operations is compared by usage type", "[reconcile]") {
    const pricing::Bill bill = deep_archive_bill();
    std::string rows = "month,usage_type,quantity,cost\n";
    for (const pricing::LineItem& line : bill.periods.front().lines) {
        rows += "2026-08," + line.usage_type + "," + format_fixed(line.quantity, 10) + "," +
                format_fixed(line.cost_exact.amount(), 10) + "\n";
    }
    const Comparison comparison = compared(bill, rows);
    // TimedStorage-GDA-ByteHrs has data and overhead.
    CHECK(comparison.lines.size() == 4);
    CHECK(comparison.is_within_tolerance);
    CHECK(format_decimal(comparison.expected.amount(), 6) == format_decimal(comparison.billed.amount(), 6));
}

TEST_CASE("other regions and months are left out and totalled", "[reconcile]") {
    const pricing::Bill bill = pricing::bill_of(pricing::s3_month_of(
        "2026-08", "    requests: [{class: deep_archive, kind: put, count: 4000}]\n", "eu-west-1"));
    const Comparison comparison = compared(bill,
                                           "month,usage_type,operation,quantity,cost\n"
                                           "2026-08,EU-Requests-GDA-Tier1,PutObject,4000,0.24\n"
                                           "2026-08,USW2-Requests-GDA-Tier1,PutObject,10,1\n"
                                           "2026-08,Requests-GDA-Tier1,PutObject,20,2\n"
                                           "2026-07,EU-Requests-GDA-Tier1,PutObject,30,4\n");
    CHECK(left_out_of(comparison) == "other regions 2 3; other months 1 4; ");
    CHECK(comparison.lines.size() == 1);
}

TEST_CASE("the vendor's two names of us-east-1 are one", "[reconcile]") {
    const Comparison comparison =
        compared(pricing::bill_of(pricing::s3_month_of(
                     "2026-08", "    requests: [{class: deep_archive, kind: put, count: 4000}]\n")),
                 "month,usage_type,quantity,cost\n2026-08,USE1-Requests-GDA-Tier1,4000,0.20\n");
    CHECK(comparison.causes.empty());
}

TEST_CASE("months of the model that the statement does not have are missing on the vendor's side",
          "[reconcile]") {
    const std::string month = "    requests: [{class: deep_archive, kind: put, count: 4000}]\n";
    const pricing::Bill bill =
        pricing::bill_of(pricing::s3_month_of("2026-07", month + "  - month: 2026-08\n" + month));
    const std::string rows = "month,usage_type,quantity,cost\n2026-08,Requests-GDA-Tier1,4000,0.20\n";
    const Comparison comparison = compared(bill, rows);
    REQUIRE(comparison.months_without_statement.size() == 1);
    CHECK(to_text(comparison.months_without_statement.front()) == "2026-07");
    // 4,000 puts are 0.20 in each of the two months
    CHECK(format_decimal(comparison.expected.amount()) == "0.4");
    CHECK(format_decimal(comparison.billed.amount()) == "0.2");
    CHECK(comparison.lines.front().cause == Cause::missing_at_vendor);
    CHECK_FALSE(comparison.is_within_tolerance);
    const Comparison august = compared(bill, rows, {.months = {*BillingPeriod::parse("2026-08")}});
    CHECK(august.is_within_tolerance);
    CHECK(august.months_without_statement.empty());
    const auto none = compare(bill, statement_of(rows), shipped_book("us-east-1", "aws-s3-glacier"),
                              {.months = {*BillingPeriod::parse("2026-07")}});
    CHECK(codes_of(none) == Codes{"months-differ"});
}

TEST_CASE("a month that is asked for and is not there is named", "[reconcile]") {
    const pricing::Bill bill = deep_archive_bill();
    const auto none = compare(bill, statement_of(list_of(bill)), shipped_book("us-east-1", "aws-s3-glacier"),
                              {.months = {*BillingPeriod::parse("2020-01")}});
    REQUIRE_FALSE(none);
    CHECK(none.error().front().what ==
          "2020-01 is not in both: the statement has 2026-08, the model 2026-08");
}

TEST_CASE("a file that is read twice is refused, also when it is called otherwise", "[reconcile]") {
    const TemporaryFolder folder;
    const std::string text = "month,usage_type,quantity,cost\n2026-08,Requests-GDA-Tier1,4000,0.20\n";
    const auto twice = io::read_statement({folder.write("a.csv", text), folder.write("b.csv", text)}, {});
    CHECK(codes_of(twice) == Codes{"file-twice"});
    const auto parts = io::read_statement(
        {folder.write("a.csv", text), folder.write("b.csv", text + "2026-08,X,1,1\n")}, {});
    REQUIRE(parts);
    CHECK(parts->statement.rows == 3);
}

TEST_CASE("a row that is there twice with its id counts once", "[reconcile]") {
    const TemporaryFolder folder;
    const std::string header = "line_id,month,usage_type,quantity,cost\n";
    const std::string row = "17,2026-08,Requests-GDA-Tier1,4000,0.20\n";
    const auto read = io::read_statement(
        {folder.write("a.csv", header + row + row + "17,2026-08,Requests-GDA-Tier1,1,0.01\n" +
                                   ",2026-08,X,1,1\n,2026-08,X,1,1\n")},
        {});
    REQUIRE(read);
    // The row that differs is another, and rows without an id may be alike.
    CHECK(read->statement.rows == 4);
    REQUIRE(read->notes.size() == 1);
    CHECK(read->notes.front().code == "row-twice");
    CHECK(to_text(read->notes.front().where) == folder.write("a.csv", "") + ":3:1");
}

TEST_CASE("a last column that is the sum of the others is a total in any language", "[reconcile]") {
    const auto lines_of = [](const std::string& rows) {
        const statement::Statement statement = statement_of("Usage type,A($),B($),Gesamtkosten($)\n" + rows);
        return std::to_string(statement.lines.size());
    };
    CHECK(lines_of("2026-08-01,14.75,36,50.75\n2026-09-01,16.60,36,52.60\n") == "4");
    // 52.70 is more than three roundings can hide: it is a cost of its own
    CHECK(lines_of("2026-08-01,14.75,36,50.75\n2026-09-01,16.60,36,52.70\n") == "6");
}

TEST_CASE("a bucket or an account is asked only of a statement that names them", "[reconcile]") {
    const TemporaryFolder folder;
    for (const char* text : {"month,usage_type,quantity,cost\n2026-08,Requests-GDA-Tier1,4000,0.20\n",
                             "Service,S3($)\n2026-08-01,1\n"}) {
        const auto read = io::read_statement({folder.write("a.csv", text)},
                                             {.scope = {.bucket = "backup", .account = "111122223333"}});
        CHECK(codes_of(read) == Codes{"statement-header", "statement-header"});
    }
}

TEST_CASE("taxes and credits are compared with those of the bill", "[reconcile]") {
    // 4,000 puts are 0.20, 10 % off 0.18, a credit of 0.08 leaves 0.10, 20 % tax 0.02.
    const pricing::Bill bill = pricing::bill_of(
        pricing::month_of("2026-08", "    requests: [{class: deep_archive, kind: put, count: 4000}]\n",
                          "price_book: aws-s3-glacier\nregion: us-east-1\n"
                          "billing: {discount: 10 %, credits: [{name: pilot, amount: 0.08}], tax: 20 %}"));
    const Comparison comparison =
        compared(bill,
                 "month,line_type,usage_type,quantity,cost\n"
                 "2026-08,usage,Requests-GDA-Tier1,4000,0.20\n"
                 "2026-08,discount,,,-0.02\n2026-08,credit,,,-0.08\n2026-08,tax,,,0.03\n");
    const ComparedLine& tax = comparison.lines.front();
    CHECK(tax.type == statement::LineType::tax);
    CHECK(tax.cause == Cause::amount);
    CHECK(format_decimal(tax.difference.amount()) == "0.01");
    CHECK(comparison.causes.size() == 1);
}

TEST_CASE("recurring lines are compared with fees of their name only", "[reconcile]") {
    const pricing::Bill bill = pricing::bill_of(
        pricing::month_of("2026-08", "    requests: [{class: deep_archive, kind: put, count: 4000}]\n",
                          "price_book: aws-s3-glacier\nregion: us-east-1\n"
                          "billing: {recurring: [{name: server, price: 5}]}"));
    const std::string rows =
        "month,line_type,usage_type,quantity,cost\n2026-08,usage,Requests-GDA-Tier1,4000,0.20\n";
    const Comparison without = compared(bill, rows);
    CHECK(format_decimal(without.fees_not_compared.amount()) == "5");
    CHECK(without.causes.empty());
    CHECK(compared(bill, rows + "2026-08,fee,server,,5.00\n").causes.empty());
    const Comparison dearer = compared(bill, rows + "2026-08,fee,server,,6.00\n");
    CHECK(dearer.lines.front().usage_type == "server");
    CHECK(dearer.lines.front().cause == Cause::amount);
    // Fees of other things do not stand for it.
    const Comparison other = compared(bill, rows + "2026-08,fee,,,5.00\n");
    CHECK(other.lines.front().cause == Cause::missing_here);
    CHECK(format_decimal(other.fees_not_compared.amount()) == "5");
}

TEST_CASE("a list without months is of the only month, or refused", "[reconcile]") {
    const std::string month = "    requests: [{class: deep_archive, kind: put, count: 4000}]\n";
    const std::string rows = "usage_type,quantity,cost\nRequests-GDA-Tier1,4000,0.20\n";
    CHECK(compared(pricing::bill_of(pricing::s3_month_of("2026-07", month)), rows).causes.empty());
    const pricing::Bill two =
        pricing::bill_of(pricing::s3_month_of("2026-07", month + "  - month: 2026-08\n" + month));
    CHECK(compared(two, rows, {.months = {*BillingPeriod::parse("2026-08")}}).causes.empty());
    CHECK(codes_of(compare(two, statement_of(rows), shipped_book("us-east-1", "aws-s3-glacier"))) ==
          Codes{"month-missing"});
}

TEST_CASE("costs of services are one line a month", "[reconcile]") {
    const pricing::Bill bill = deep_archive_bill();
    const Comparison comparison =
        compared(bill, "Service,S3($),S3 Glacier Deep Archive($)\n2026-08-01,1,9\n");
    REQUIRE(comparison.lines.size() == 1);
    CHECK(comparison.lines.front().cause == Cause::amount);
    CHECK(format_decimal(comparison.billed.amount()) == "10");
}
