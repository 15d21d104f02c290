#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/report/forecast_report.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <string>
#include <vector>

namespace firn::gui {

/// The answer of `firn forecast`, without its tornado and held-out months, to be shown.
struct ForecastAnswer {
    forecast::History history;
    forecast::ForecastSettings settings;
    forecast::Forecast forecast;
    report::Provenance provenance;
    std::string name;  ///< of the scenario

    [[nodiscard]] report::ForecastReport report() const;
};

/// Forecasts what the scenario's coming months will cost. Errors: those of loading::arrived_totals(),
/// forecast::history_of() and forecast::make_forecast().
[[nodiscard]] Result<std::shared_ptr<const ForecastAnswer>> answer_forecast(const Question& question,
                                                                            RunContext& context);

/// Whether an error says that there is nothing to forecast from, rather than that something is wrong.
[[nodiscard]] bool has_no_history(const Diagnostics& faults);

}  // namespace firn::gui
