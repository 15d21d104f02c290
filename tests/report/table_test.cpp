#include "core/report/table.hpp"
#include "core/report/table_columns.hpp"

#include "tests/support/catch.hpp"

using namespace firn::report;

namespace {

Table sample() {
    Table table{.columns = {{"name", Align::left}, {"cost"}}};
    table.rows = {{"a, \"b\"", "1.50"}, {"µ|c", "12.00"}};
    return table;
}

}  // namespace

TEST_CASE("a table for a terminal lines up its columns, also with letters of several bytes", "[report]") {
    CHECK(to_plain_text(sample()) ==
          "name     cost\n"
          "------  -----\n"
          "a, \"b\"   1.50\n"
          "µ|c     12.00\n");
}

TEST_CASE("CSV quotes what needs it", "[report]") {
    CHECK(to_csv(sample()) == "name,cost\n\"a, \"\"b\"\"\",1.50\nµ|c,12.00\n");
}

TEST_CASE("Markdown escapes the bar", "[report]") {
    CHECK(to_markdown(sample()) ==
          "| name | cost |\n| --- | ---: |\n| a, \"b\" | 1.50 |\n| µ\\|c | 12.00 |\n");
}

// 4 + 2 + 6 + 2 + 6 = 20 characters; as bytes the cells would be 12, 12 and 12 wide.
TEST_CASE("tables are split by characters, not by bytes", "[report]") {
    const Table table{.columns = {{"üüüü", Align::left}, {"€€€€€€"}, {"a"}}, .rows = {{"ab", "1", "€12345"}}};
    REQUIRE(split_columns(table, 20).size() == 1);
    const auto parts = split_columns(table, 19);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].columns.size() == 2);
    CHECK(parts[1].columns[0].heading == "üüüü");
    CHECK(parts[1].rows[0][1] == "€12345");
}
