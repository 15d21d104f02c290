#include "core/diag/source_location.hpp"

#include "tests/support/catch.hpp"

TEST_CASE("a place is written as editors understand it", "[diag]") {
    CHECK(to_text(firn::SourceLocation{"bill.yaml", 12, 7}) == "bill.yaml:12:7");
    CHECK(to_text(firn::SourceLocation{"bill.yaml", 12, 0}) == "bill.yaml:12");
    CHECK(to_text(firn::SourceLocation{"bill.yaml", 0, 0}) == "bill.yaml");
    CHECK(to_text(firn::SourceLocation{}).empty());
}
