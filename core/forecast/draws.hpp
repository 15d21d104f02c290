#pragma once

#include "core/forecast/drawn_bill.hpp"
#include "core/forecast/drawn_paths.hpp"
#include "core/forecast/forecast.hpp"

#include <vector>

namespace firn::forecast {

/// Arrivals of a path with what is planned besides, in this size an event.
[[nodiscard]] std::vector<MonthlyArrivals> arrivals_on(const DrawnPath& path,
                                                       const std::vector<PlannedEvent>& events,
                                                       const std::vector<double>& sizes, BillingPeriod first);

/// What a path uses: by a run of the service, where there is one. Errors: those of the run.
[[nodiscard]] Result<usage::Usage> used_by(const std::vector<MonthlyArrivals>& arrivals,
                                           const ForecastSettings& settings, const StoragePlan& plan);

/// Draws and prices the futures of a forecast whose models are fitted and whose central path, `central`, is
/// priced; notes in it how (draws_by, response). Every draw stands at its place, however many threads share
/// them; the first that cannot be priced says why. Errors: those of pricing and of the runs; none where it is
/// given up.
[[nodiscard]] Result<std::vector<DrawnBill>> draw_bills(Forecast& forecast,
                                                        const std::vector<MonthlyArrivals>& central,
                                                        const ForecastSettings& settings,
                                                        const pricing::PriceBook& book);

}  // namespace firn::forecast
