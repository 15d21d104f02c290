#pragma once

#include "core/units/billing_period.hpp"

#include <vector>

namespace firn::forecast {

/// One number a month without a gap: files that arrived, or bytes per file. Estimates, never money.
///
///     {2010-01, {5536, 5264, 6290}}     January to March 2010
struct Series {
    BillingPeriod first;
    std::vector<double> values{};
};

/// Months after which a year's shape comes again.
inline constexpr int kSeason = 12;

}  // namespace firn::forecast
