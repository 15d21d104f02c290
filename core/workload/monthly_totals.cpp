#include "core/workload/monthly_totals.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace firn::workload {

MonthlyTotals months_before(const MonthlyTotals& totals, BillingPeriod month) {
    MonthlyTotals some;
    std::copy_if(totals.begin(), totals.end(), std::back_inserter(some),
                 [month](const MonthTotal& total) { return total.month < month; });
    return some;
}

MonthlyTotals months_between(const MonthlyTotals& totals, BillingPeriod month, BillingPeriod end) {
    MonthlyTotals some;
    std::copy_if(totals.begin(), totals.end(), std::back_inserter(some),
                 [month, end](const MonthTotal& total) { return month <= total.month && total.month < end; });
    return some;
}

MonthlyTotals moved_to(MonthlyTotals totals, BillingPeriod month) {
    if (totals.empty()) return totals;
    const int later = firn::months_between(totals.front().month, month);
    for (MonthTotal& total : totals)
        total.month = total.month.plus_months(later);
    return totals;
}

std::int64_t total_items(const MonthlyTotals& totals) {
    return std::accumulate(totals.begin(), totals.end(), std::int64_t{0},
                           [](std::int64_t sum, const MonthTotal& total) { return sum + total.items; });
}

Bytes total_bytes(const MonthlyTotals& totals) {
    return std::accumulate(totals.begin(), totals.end(), Bytes{},
                           [](Bytes sum, const MonthTotal& total) { return sum + total.bytes; });
}

}  // namespace firn::workload
