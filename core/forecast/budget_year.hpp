#pragma once

#include "core/forecast/forecast.hpp"

#include <optional>

namespace firn::forecast {

/// One number for a budget of twelve months and what to put aside beside it, from the sums of the draws.
struct BudgetYear {
    BillingPeriod first;
    std::size_t months = 0;  ///< of the year that are forecast: 1 to 12
    Band total{};
    Money p80{};
    Money to_p80{};  ///< contingency: P80 less P50
    Money to_p90{};
};

/// Of the fiscal year that begins with this month; nullopt when no month of it is forecast.
[[nodiscard]] std::optional<BudgetYear> budget_year(const Forecast& forecast, BillingPeriod first);

}  // namespace firn::forecast
