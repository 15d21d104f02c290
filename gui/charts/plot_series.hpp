#pragma once

#include "gui/charts/plot_content.hpp"

class QChart;

namespace firn::gui {

/// Puts the curves and bands of a plot into a chart that is empty but for its two axes.
void add_series(QChart& chart, const PlotContent& content);

}  // namespace firn::gui
