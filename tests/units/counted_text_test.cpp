#include "core/units/counted_text.hpp"

#include "tests/support/catch.hpp"

using namespace firn;

TEST_CASE("thousands are set apart by commas", "[units]") {
    CHECK(with_separators("1234567.89") == "1,234,567.89");
    CHECK(with_separators("123") == "123");
    CHECK(with_separators("1000") == "1,000");
    CHECK(with_separators("-1234.5") == "-1,234.5");
    CHECK(with_separators("") == "");
}

TEST_CASE("one is counted in the singular, all else in the plural", "[units]") {
    CHECK(counted(1, "archive", "archives") == "1 archive");
    CHECK(counted(0, "archive", "archives") == "0 archives");
    CHECK(counted(2939, "archive", "archives") == "2,939 archives");
}
