#include "core/report/table.hpp"

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

TEST_CASE("thousands are set apart by commas", "[report]") {
    CHECK(with_separators("1234567.89") == "1,234,567.89");
    CHECK(with_separators("123") == "123");
    CHECK(with_separators("1000") == "1,000");
    CHECK(with_separators("-1234.5") == "-1,234.5");
    CHECK(with_separators("") == "");
}
