#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/history.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/billing_period.hpp"
#include "core/workload/monthly_totals.hpp"

#include <string>

namespace firn::loading {

// From where a forecast of a scenario starts (docs/forecast.md, History).

/// What arrived month by month, and what a month means of which nothing is said.
struct ArrivedTotals {
    workload::MonthlyTotals months{};
    forecast::AbsentMonth absent = forecast::AbsentMonth::gap;
};

/// The scenario's monthly totals, or its trace summed by month. `folder` as in LoadedScenario, `path` of the
/// scenario, for diagnostics. Errors: `history-missing` (the workload is made up), those of reading.
[[nodiscard]] Result<ArrivedTotals> arrived_totals(const scenario::Scenario& scenario,
                                                   const std::string& folder, const std::string& path);

/// The months of the history: as asked; otherwise up to the scenario's start, where six months lie before it
/// and `states_start` says that it is not merely that of the files, and ten years at most.
[[nodiscard]] forecast::HistoryRange history_range(const scenario::Scenario& scenario,
                                                   const ArrivedTotals& totals,
                                                   forecast::HistoryRange asked = {},
                                                   bool states_start = true);

/// What the scenario says of its forecast from this month on; what it stores when it begins is its stock.
[[nodiscard]] forecast::ForecastSettings forecast_settings(const scenario::Scenario& scenario,
                                                           BillingPeriod first);

/// Adds to what lies there what arrived from this month on and before the forecast begins.
void add_arrived(const ArrivedTotals& totals, BillingPeriod from, forecast::StoragePlan& plan);

/// What is wrong with the history lies in the file of the history.
[[nodiscard]] Diagnostics placed_in_history(Diagnostics faults, const scenario::Scenario& scenario,
                                            const std::string& folder);

}  // namespace firn::loading
