#include "core/forecast/budget_year.hpp"

#include "core/forecast/quantile.hpp"

#include <algorithm>

namespace firn::forecast {

std::optional<BudgetYear> budget_year(const Forecast& forecast, BillingPeriod first) {
    const int offset = months_between(forecast.months.front().month, first);
    const auto months = static_cast<int>(forecast.months.size());
    const int begin = std::max(offset, 0);
    const int end = std::min(offset + kSeason, months);
    if (begin >= end) return std::nullopt;
    const auto sums = sums_of(forecast, static_cast<std::size_t>(begin), static_cast<std::size_t>(end - 1));
    BudgetYear year{.first = first, .months = static_cast<std::size_t>(end - begin), .total = band_of(sums)};
    year.p80 = quantile(sums, 80);
    year.to_p80 = year.p80 - year.total.p50;
    year.to_p90 = year.total.p90 - year.total.p50;
    return year;
}

}  // namespace firn::forecast
