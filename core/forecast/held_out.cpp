#include "core/forecast/held_out.hpp"

#include <algorithm>
#include <cmath>

namespace firn::forecast {

HeldOut held_out(const Forecast& forecast, const History& later) {
    HeldOut result;
    double errors = 0;
    double all = 0;
    const std::size_t months = std::min(forecast.months.size(), later.items.values.size());
    for (std::size_t i = 0; i < months; ++i) {
        const ForecastMonth& month = forecast.months[i];
        HeldOutMonth told{.month = month.month,
                          .actual = later.items.values[i] * later.bytes_per_item.values[i],
                          .forecast = month.bytes,
                          .p10 = month.bytes_p10,
                          .p90 = month.bytes_p90};
        told.is_inside = told.p10 <= told.actual && told.actual <= told.p90;
        result.inside += told.is_inside ? 1 : 0;
        errors += std::abs(told.actual - told.forecast);
        all += told.actual;
        result.months.push_back(told);
    }
    result.error = all > 0 ? errors / all : 0;
    return result;
}

}  // namespace firn::forecast
