#include "core/report/settings_notes.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace firn;
using namespace firn::report;

namespace {

std::vector<std::string> assumed_by(const usage::Rules& rules) {
    pricing::Bill bill;
    bill.periods.push_back({.month = *BillingPeriod::parse("2026-01"), .rules = rules});
    return assumption_texts(settings_assumptions(bill));
}

}  // namespace

TEST_CASE("conventions that nobody changed are sourced, in one sentence", "[report]") {
    CHECK(
        assumed_by({}) ==
        std::vector<std::string>{
            "sourced: Conventions: a month has its real hours, a GB 2^30 bytes, a TB of the bands 1,024 GB, "
            "32 KB of overhead are 32 KiB; early deletion counts to the microsecond by months of 30 days. "
            "(docs/price-model.md)"});
}

TEST_CASE("conventions that somebody changed are stated", "[report]") {
    CHECK(assumed_by({.month_hours = usage::MonthHours::h730, .gb_unit = usage::GbUnit::decimal}) ==
          std::vector<std::string>{
              "stated: Conventions: a month has 730 hours, a GB 10^9 bytes.",
              "sourced: Conventions: a TB of the bands has 1,024 GB, 32 KB of overhead are 32 KiB; early "
              "deletion counts to the microsecond by months of 30 days. (docs/price-model.md)"});
    CHECK(
        assumed_by({.early_deletion_month = usage::EarlyDeletionMonth::real}) ==
        std::vector<std::string>{
            "stated: Conventions: early deletion counts by months of the calendar.",
            "sourced: Conventions: a month has its real hours, a GB 2^30 bytes, a TB of the bands 1,024 GB, "
            "32 KB of overhead are 32 KiB; early deletion counts to the microsecond. "
            "(docs/price-model.md)"});
}

TEST_CASE("where all conventions are stated none is sourced", "[report]") {
    CHECK(
        assumed_by({.overhead_unit = usage::OverheadUnit::decimal,
                    .early_deletion_steps = usage::EarlyDeletionSteps::months,
                    .early_deletion_month = usage::EarlyDeletionMonth::real,
                    .month_hours = usage::MonthHours::h720,
                    .gb_unit = usage::GbUnit::decimal,
                    .band_unit = usage::BandUnit::decimal}) ==
        std::vector<std::string>{
            "stated: Conventions: a month has 720 hours, a GB 10^9 bytes, a TB of the bands 1,000 GB, 32 KB "
            "of overhead are 0.000032 GB; early deletion counts in whole months by months of the "
            "calendar."});
}
