#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// The most files that a month may have: 2^36, some 69 billion.
inline constexpr std::int64_t kMostItemsPerMonth = std::int64_t{1} << 36;

/// What arrived in one month, all that is known of it: 2012-11, 7,654 files, 12,345,678,901 bytes.
struct MonthTotal {
    BillingPeriod month;
    /// Number of files, 0 to kMostItemsPerMonth.
    std::int64_t items = 0;
    /// Of all of them together; zero when there is none.
    Bytes bytes;

    friend bool operator==(const MonthTotal&, const MonthTotal&) = default;
};

/// Months in increasing order, none twice; a month that is absent had no files.
using MonthlyTotals = std::vector<MonthTotal>;

/// The months before `month`: what already lay there when a scenario starts with it.
[[nodiscard]] MonthlyTotals months_before(const MonthlyTotals& totals, BillingPeriod month);

/// The months from `month` on, before `end`.
[[nodiscard]] MonthlyTotals months_between(const MonthlyTotals& totals, BillingPeriod month,
                                           BillingPeriod end);

/// The same totals so many months later that the first of them is `month`.
[[nodiscard]] MonthlyTotals moved_to(MonthlyTotals totals, BillingPeriod month);

/// All months together.
[[nodiscard]] std::int64_t total_items(const MonthlyTotals& totals);
[[nodiscard]] Bytes total_bytes(const MonthlyTotals& totals);

}  // namespace firn::workload
