#pragma once

#include "cli/forecast_source.hpp"
#include "core/forecast/forecast.hpp"

namespace firn::cli {

/// Runs of the whole service for the forecast of a scenario that has one: from the scenario's start, with
/// what is known to have arrived until the forecast begins, files drawn from monthly totals as the scenario
/// says. Empty where usage_of() says it all: for plain pipelines and bills. `plan` is that of the forecast;
/// what the run takes for granted is added to ChosenScenario::assumed. The source must outlive the runs.
///
/// Errors: those of loading::open_service(), `service-needs-keys`: drawn files have no keys.
[[nodiscard]] Result<forecast::ServiceRun> service_run_of(ForecastSource& source,
                                                          const forecast::ForecastSettings& settings);

}  // namespace firn::cli
