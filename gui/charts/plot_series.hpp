#pragma once

#include "gui/charts/plot_content.hpp"

class QChart;

namespace firn::gui {

/// Puts the curves and bands of a plot into a chart that is empty but for its two axes.
void add_series(QChart& chart, const PlotContent& content);

/// What the stacked curves come to at the point of that number; 0 where nothing is stacked.
[[nodiscard]] double stacked_to(const PlotContent& content, std::size_t point);

}  // namespace firn::gui
