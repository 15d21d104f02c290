#include "core/report/later_copies.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::report;

TEST_CASE("months after those of a run are told as those of its copies", "[report]") {
    pricing::Bill bill;
    for (const char* month : {"2026-05", "2026-06", "2026-07", "2026-08"})
        bill.periods.push_back({.month = *BillingPeriod::parse(month)});
    CHECK(later_copies_text(bill, 4).empty());
    CHECK(later_copies_text(bill, 3) == ", with copies that lie on in 2026-08,");
    CHECK(later_copies_text(bill, 2) == ", with copies that lie on from 2026-07 to 2026-08,");
}
