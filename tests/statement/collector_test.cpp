#include "core/statement/collector.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::statement;

namespace {

/// A row of August 2026 in AmazonS3.
Row row_of(std::string_view usage_type, std::string_view quantity, std::string_view cost) {
    return {.month = BillingPeriod::parse("2026-08"),
            .account = "222",
            .payer = "111",
            .service = "AmazonS3",
            .usage_type = usage_type,
            .resource = "arn:aws:s3:::backup",
            .rate_text = "0.023",
            .rate = parse_decimal_number("0.023"),
            .quantity = parse_decimal_number(quantity),
            .cost = *parse_decimal_number(cost)};
}

Statement collected(const Scope& scope, const std::vector<Row>& rows) {
    Collector collector{scope};
    std::size_t number = 1;
    for (const Row& row : rows)
        collector.add(row, "report.csv", ++number);
    return std::move(collector).finish();
}

}  // namespace

TEST_CASE("rows of one usage type add up to a line", "[statement]") {
    // 0.1 + 0.2 = 0.3 GB-Mo; 0.0023 + 0.0046 = 0.0069
    const Statement statement = collected(
        {}, {row_of("A", "0.1", "0.0023"), row_of("B", "1", "0.023"), row_of("A", "0.2", "0.0046")});
    REQUIRE(statement.lines.size() == 2);
    CHECK(statement.lines[0].usage_type == "A");
    CHECK(format_decimal(*statement.lines[0].quantity) == "0.3");
    CHECK(format_decimal(statement.lines[0].cost.amount()) == "0.0069");
    CHECK(statement.lines[0].rows == 2);
    CHECK(to_text(statement.lines[0].where) == "report.csv:2");
    CHECK(statement.cost_places == 4);
    CHECK(statement.quantity_places == 1);
}

TEST_CASE("rows that differ in rate, invoice, type or account are lines of their own", "[statement]") {
    std::vector<Row> rows(5, row_of("A", "1", "0.023"));
    rows[1].rate_text = "0.022";
    rows[2].invoice = "17";
    rows[3].type = LineType::refund;
    rows[4].account = "333";
    CHECK(collected({}, rows).lines.size() == 5);
}

TEST_CASE("what is out of scope is counted by its first reason", "[statement]") {
    std::vector<Row> rows(6, row_of("A", "1", "0.01"));
    rows[1].month = BillingPeriod::parse("2026-07");
    rows[2].account = "333";
    rows[2].payer = "333";
    rows[3].resource = "other-backup";
    rows[4].has_tag = false;
    rows[5].service = "AmazonEC2";
    rows[5].cost = *parse_decimal_number("7");
    const Scope scope{.services = {"Amazon S3"},
                      .bucket = "backup",
                      .tag = Tag{"project", "x"},
                      .account = "222",
                      .months = {*BillingPeriod::parse("2026-08")}};
    const Statement statement = collected(scope, rows);
    CHECK(statement.rows == 1);
    REQUIRE(statement.left_out.size() == 5);
    for (const LeftOut& out : statement.left_out)
        CHECK(out.rows == 1);
    CHECK(format_decimal(statement.left_out.front().cost.amount()) == "7");
    CHECK(to_text(statement.left_out.front().scoped) == "other services");
}

TEST_CASE("a bucket is itself or the end of an ARN", "[statement]") {
    CHECK(is_in_bucket("backup", "backup"));
    CHECK(is_in_bucket("arn:aws:s3:::backup", "backup"));
    CHECK(is_in_bucket("arn:aws:glacier:eu-west-1:111:vaults/backup", "backup"));
    CHECK_FALSE(is_in_bucket("old-backup", "backup"));
    CHECK_FALSE(is_in_bucket("", "backup"));
}

TEST_CASE("a service is the same whatever its capitals, blanks and signs", "[statement]") {
    CHECK(is_same_service("AmazonS3", "Amazon S3"));
    CHECK_FALSE(is_same_service("AmazonS3", "AmazonS3GlacierDeepArchive"));
    CHECK_FALSE(is_same_service("Glacier", "AmazonGlacier"));
}

TEST_CASE("every row tells how far the statement goes, also one that is left out", "[statement]") {
    std::vector<Row> rows(2, row_of("A", "1", "0.01"));
    rows[0].until = parse_rfc3339("2026-08-03T00:00:00Z");
    rows[1].until = parse_rfc3339("2026-08-20T00:00:00Z");
    rows[1].service = "AmazonEC2";
    const Statement statement = collected({.services = {"AmazonS3"}}, rows);
    REQUIRE(statement.months.size() == 1);
    CHECK(to_text(*statement.months.front().until) == "2026-08-20T00:00:00Z");
    CHECK_FALSE(statement.months.front().has_invoice);
}
