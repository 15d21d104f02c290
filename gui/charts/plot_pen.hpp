#pragma once

#include "gui/charts/plot_content.hpp"

#include <QPen>

namespace firn::gui {

/// The pen of a line. The gaps of dashes and dots differ, so that of three lines on each other all are seen.
[[nodiscard]] QPen pen_of(const QColor& colour, double width, Dash dash);

}  // namespace firn::gui
