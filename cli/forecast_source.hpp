#pragma once

#include "cli/forecast_options.hpp"
#include "cli/scenario_options.hpp"
#include "core/forecast/usage_history.hpp"
#include "core/loading/forecast_start.hpp"
#include "core/pricing/price_book.hpp"

#include <optional>

namespace firn::cli {

/// Where a history comes from: a scenario's or some files' months, or bills.
struct ForecastSource {
    ChosenScenario chosen;
    pricing::PriceBook book;
    loading::ArrivedTotals totals{};
    std::optional<forecast::UsageHistory> billed{};  ///< of bills: what they state
};

/// Reads it. Errors: those of choose_scenario(), loading::arrived_totals() and read_bills(),
/// `output-is-input`.
[[nodiscard]] Expected<ForecastSource, ScenarioTrouble> read_source(const ForecastOptions& options,
                                                                    Console& console);

/// How it goes on from `first`. Of a made scenario it is noted in ChosenScenario::assumed what nobody stated.
[[nodiscard]] forecast::ForecastSettings settings_from(const ForecastOptions& options, ForecastSource& source,
                                                       BillingPeriod first);

/// What is wrong with the history lies in the file of the history.
[[nodiscard]] Diagnostics placed_in_source(Diagnostics faults, const ForecastSource& source);

}  // namespace firn::cli
