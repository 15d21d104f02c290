#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/theme.hpp"

#include <QPointF>

class QPainter;

namespace firn::gui {

/// A symbol of a chart, 11 pixels wide, set off by a thin line from what lies under it; a ring is wider and
/// leaves what it surrounds visible. `scale`: so many times as large.
void paint_symbol(QPainter& painter, Symbol symbol, QPointF middle, const QColor& colour, const Theme& theme,
                  double scale = 1);

}  // namespace firn::gui
