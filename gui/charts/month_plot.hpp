#pragma once

#include "gui/charts/plot_content.hpp"

namespace firn::pricing {
struct Bill;
}

namespace firn::forecast {
struct Forecast;
}

namespace firn::gui {

/// What each month of a bill costs: bars, stacked by charge.
[[nodiscard]] PlotContent cost_by_month(const pricing::Bill& bill);

/// Adds to it what a forecast says of the months, as whiskers from P10 to P90 with the median; months that
/// the bill does not have follow.
void add_forecast(PlotContent& content, const pricing::Bill& bill, const forecast::Forecast& forecast);

}  // namespace firn::gui
