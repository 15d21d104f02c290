#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/loading/open_workload.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/monthly_totals.hpp"

#include <string>

namespace firn::answers {

/// A scenario whose service is to be run for its forecast.
struct ServiceAsked {
    scenario::Scenario scenario;
    std::string folder;                      ///< as in loading::LoadedScenario
    std::string path{};                      ///< of the scenario, for diagnostics
    loading::WorkloadOverrides overrides{};  ///< of the files that its service reads
    bool was_made = false;                   ///< for files: its start is not that of the runs
    workload::MonthlyTotals arrived{};       ///< what is known to have arrived, month by month
    pricing::PriceBook book;
};

/// Runs of the whole service for the forecast of a scenario that has one: from the scenario's start, with
/// what is known to have arrived until the forecast begins, files drawn from monthly totals as the scenario
/// says. Empty where forecast::usage_of() says it all: for plain pipelines.
///
/// Errors: those of loading::open_service(), `service-needs-keys`: drawn files have no keys.
[[nodiscard]] Result<forecast::ServiceRun> service_run_of(ServiceAsked asked,
                                                          const forecast::ForecastSettings& settings);

/// What a forecast takes for granted whose draws are not runs of their own; "" where they are.
[[nodiscard]] std::string how_drawn(forecast::DrawsBy draws_by);

}  // namespace firn::answers
