#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/theme.hpp"

#include <QColor>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace firn::gui {

/// A line down with an end across at each of two heights and a disc between, set off from what lies under it.
/// Heights in pixels. A colour that is none is that of text.
void paint_whisker(QPainter& painter, double x, const Span& heights, double middle, const QColor& colour,
                   const Theme& theme);

/// A box of a waterfall with what stands above it; without a colour only that, for there is nothing to draw.
void paint_step(QPainter& painter, const QRectF& box, const QColor& colour, const QString& label,
                const Theme& theme);

}  // namespace firn::gui
