#include "core/workload/trace_summary.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>

using firn::BillingPeriod;
using firn::Bytes;
using firn::workload::MonthlyTotals;
using firn::workload::yearly_growth;

namespace {

/// Months of the year 2013 and after with a file of 10 bytes a day in the first, and this much more each
/// month.
MonthlyTotals months(int count, double factor) {
    MonthlyTotals totals;
    double a_day = 1'000'000;
    BillingPeriod month = BillingPeriod::containing(*firn::parse_rfc3339("2013-01-01"));
    for (int i = 0; i < count; ++i) {
        const double days = static_cast<double>((month.end() - month.begin()).count()) / 86'400'000'000.0;
        totals.push_back({.month = month,
                          .items = static_cast<std::int64_t>(a_day * days),
                          .bytes = Bytes{static_cast<std::int64_t>(10 * a_day * days)}});
        a_day *= factor;
        month = month.next();
    }
    return totals;
}

}  // namespace

TEST_CASE("steady growth is found whatever the lengths of months", "[workload]") {
    // Twice as much after twelve months is 2^(1/12) = 1.0594630943592953 a month.
    const auto growth = yearly_growth(months(24, 1.0594630943592953));
    REQUIRE(growth.files);
    CHECK(*growth.files == Approx(1.0).epsilon(1e-5));
    CHECK(*growth.bytes == Approx(1.0).epsilon(1e-5));
    CHECK(*yearly_growth(months(5, 1)).files == Approx(0.0).margin(1e-5));
}

TEST_CASE("the first and the last month do not count for growth", "[workload]") {
    MonthlyTotals totals = months(5, 1);
    totals.front().items = 1;
    totals.back().items = 1;
    CHECK(*yearly_growth(totals).files == Approx(0.0).margin(1e-5));
}

TEST_CASE("few or empty months say nothing of growth", "[workload]") {
    CHECK_FALSE(yearly_growth(months(4, 1)).files);
    CHECK_FALSE(yearly_growth({}).bytes);
    MonthlyTotals totals = months(6, 1);
    totals[2].items = 0;
    CHECK_FALSE(yearly_growth(totals).files);
}
