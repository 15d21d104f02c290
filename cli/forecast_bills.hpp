#pragma once

#include "cli/forecast_options.hpp"
#include "cli/scenario_options.hpp"
#include "core/forecast/usage_history.hpp"
#include "core/pricing/price_book.hpp"

#include <optional>
#include <string>

namespace firn::cli {

/// A history of bills: what was sent by their usage, and a scenario that only says how it goes on.
struct BilledHistory {
    ChosenScenario chosen;
    pricing::PriceBook book;
    forecast::UsageHistory history;
};

/// The option that means nothing to a history of bills, if one is given: "--bundle-size".
[[nodiscard]] std::optional<std::string> option_beside_bills(const ForecastOptions& options);

/// The option that only means something to bills, if one is given: "--bucket".
[[nodiscard]] std::optional<std::string> option_without_bills(const ForecastOptions& options);

/// Reads the files of --usage-from. Errors: those of answers::billed_files(), of reading usage files and
/// reports, `usage-files-differ`, `setting-without-effect`, those of forecast::history_of_usage().
[[nodiscard]] Expected<BilledHistory, ScenarioTrouble> read_bills(const ForecastOptions& options,
                                                                  Console& console);

}  // namespace firn::cli
