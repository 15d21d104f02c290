#include "core/workload/monthly_totals.hpp"

#include "tests/support/catch.hpp"

using firn::BillingPeriod;
using firn::Bytes;
using firn::workload::MonthlyTotals;
using firn::workload::moved_to;

namespace {

BillingPeriod month(const char* text) { return *BillingPeriod::parse(text); }

const MonthlyTotals kTotals{{.month = month("2012-10"), .items = 1, .bytes = Bytes{10}},
                            {.month = month("2012-12"), .items = 2, .bytes = Bytes{20}},
                            {.month = month("2013-01"), .items = 3, .bytes = Bytes{30}}};

}  // namespace

TEST_CASE("totals are split at a month", "[workload]") {
    CHECK(months_before(kTotals, month("2012-12")) == MonthlyTotals{kTotals[0]});
    CHECK(months_between(kTotals, month("2012-11"), month("2013-01")) == MonthlyTotals{kTotals[1]});
}

TEST_CASE("totals are moved by whole months and keep their gaps", "[workload]") {
    const MonthlyTotals moved = moved_to(kTotals, month("2013-11"));
    CHECK(moved[0].month == month("2013-11"));
    CHECK(moved[1].month == month("2014-01"));
    CHECK(moved[2].month == month("2014-02"));
    CHECK(moved[2].items == 3);
    CHECK(moved_to({}, month("2013-11")).empty());
}

TEST_CASE("totals add up", "[workload]") {
    CHECK(total_items(kTotals) == 6);
    CHECK(total_bytes(kTotals) == Bytes{60});
}
