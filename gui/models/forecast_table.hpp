#pragma once

#include "gui/models/table_model.hpp"

namespace firn::forecast {
struct Forecast;
}

namespace firn::gui {

/// A row a month: P10, P50, P90 and mean of its bill, as `firn forecast` tells them.
[[nodiscard]] TableContent forecast_table(const forecast::Forecast& forecast);

}  // namespace firn::gui
