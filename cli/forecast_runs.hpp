#pragma once

#include "cli/forecast_source.hpp"
#include "core/forecast/forecast.hpp"

namespace firn::cli {

/// answers::service_run_of() of a scenario or of files; empty for bills.
[[nodiscard]] Result<forecast::ServiceRun> service_run_of(const ForecastSource& source,
                                                          const forecast::ForecastSettings& settings);

}  // namespace firn::cli
