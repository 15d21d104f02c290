#pragma once

#include "core/forecast/forecast.hpp"

#include <vector>

namespace firn::forecast {

/// What came in a month that the history was not told of, against its band.
struct HeldOutMonth {
    BillingPeriod month;
    double actual = 0;  ///< bytes
    double forecast = 0;
    double p10 = 0;
    double p90 = 0;
    bool is_inside = false;
};

/// The months of a file that come after the history and within the forecast.
struct HeldOut {
    std::vector<HeldOutMonth> months{};
    std::size_t inside = 0;
    double error = 0;  ///< sum of the absolute errors as a share of what came
};

/// `later` begins with the forecast's first month.
[[nodiscard]] HeldOut held_out(const Forecast& forecast, const History& later);

}  // namespace firn::forecast
