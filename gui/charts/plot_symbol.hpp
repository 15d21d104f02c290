#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/theme.hpp"

#include <QPointF>

class QPainter;

namespace firn::gui {

/// A symbol of a chart, 11 pixels wide, set off by a thin line from what lies under it; a ring is wider, of
/// the radius that is given, and leaves what it surrounds visible.
void paint_symbol(QPainter& painter, Symbol symbol, QPointF middle, const QColor& colour, const Theme& theme,
                  double ring_radius = 8);

}  // namespace firn::gui
