#pragma once

#include "gui/charts/plot_content.hpp"

namespace firn::pricing {
struct Bill;
}

namespace firn::gui {

/// What each month of a bill costs: bars, stacked by charge.
[[nodiscard]] PlotContent cost_by_month(const pricing::Bill& bill);

}  // namespace firn::gui
