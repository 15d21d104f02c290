#pragma once

#include "core/forecast/forecast.hpp"

namespace firn::forecast {

/// What stands against a forecast of this history: `history-too-short`, `logarithm-of-zero`.
[[nodiscard]] Diagnostics faults_in(const History& history, const ForecastSettings& settings);

/// What a reader of the fitted forecast should be warned of: `models-left-out`, `level-break`,
/// `coverage-below-nominal`.
void add_warnings(const History& history, Forecast& forecast);

}  // namespace firn::forecast
