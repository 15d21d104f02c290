#include "cli/forecast_runs.hpp"

#include "core/answers/forecast_runs.hpp"

namespace firn::cli {

Result<forecast::ServiceRun> service_run_of(const ForecastSource& source,
                                            const forecast::ForecastSettings& settings) {
    if (source.billed) return forecast::ServiceRun{};
    const ChosenScenario& chosen = source.chosen;
    return answers::service_run_of({.scenario = chosen.scenario,
                                    .folder = chosen.folder,
                                    .path = chosen.path,
                                    .overrides = chosen.overrides,
                                    .was_made = chosen.was_made,
                                    .arrived = source.totals.months,
                                    .book = source.book},
                                   settings);
}

}  // namespace firn::cli
