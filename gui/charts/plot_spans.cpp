#include "gui/charts/plot_spans.hpp"

#include "gui/charts/plot_frame.hpp"

#include <QPainter>

#include <algorithm>

namespace firn::gui {

namespace {

constexpr double kCap = 4;           // half of a whisker's end, in pixels
constexpr double kDisc = 2.6;        // its radius
constexpr double kStepWidth = 0.62;  // of the distance between two
constexpr double kLabelRoom = 90;
constexpr double kLabelHeight = 16;

void draw_whisker(QPainter& painter, double x, const Span& heights, double middle, double disc) {
    painter.drawLine(QPointF{x, heights.from}, QPointF{x, heights.to});
    for (const double y : {heights.from, heights.to})
        painter.drawLine(QPointF{x - kCap, y}, QPointF{x + kCap, y});
    painter.drawEllipse(QPointF{x, middle}, disc, disc);
}

}  // namespace

void paint_whisker(QPainter& painter, double x, const Span& heights, double middle, const QColor& colour,
                   const Theme& theme) {
    const QColor ink = colour.isValid() ? colour : theme.text;
    painter.setBrush(theme.surface);
    painter.setPen(QPen{theme.surface, 4});
    draw_whisker(painter, x, heights, middle, kDisc);
    painter.setBrush(ink);
    painter.setPen(QPen{ink, 1.4});
    draw_whisker(painter, x, heights, middle, kDisc - 0.6);
}

void paint_step(QPainter& painter, const QRectF& box, const QColor& colour, const QString& label,
                const Theme& theme) {
    QRectF seen = box;
    if (colour.isValid()) {
        if (seen.height() < 2) seen.setTop(seen.bottom() - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRect(seen);
    }
    painter.setPen(colour.isValid() ? theme.text : theme.muted);
    painter.drawText(
        QRectF{seen.center().x() - kLabelRoom / 2, seen.top() - kLabelHeight - 1, kLabelRoom, kLabelHeight},
        Qt::AlignCenter, label);
}

void PlotFrame::paint_spans(QPainter& painter, double from, double to) const {
    painter.save();
    painter.setClipRect(area_.adjusted(-kCap, -kLabelHeight, kCap, 1));
    for (const Curve& curve : content_.curves) {
        for (std::size_t i = 0; i < std::min(curve.points.size(), curve.spans.size()); ++i) {
            const double x = x_of(curve.points[i].x(), from, to);
            const Span heights{y_of(curve.spans[i].from), y_of(curve.spans[i].to)};
            if (curve.drawn == Drawn::whisker) {
                paint_whisker(painter, x, heights, y_of(curve.points[i].y()), curve.colour, theme_);
                continue;
            }
            const double width = x_of(curve.points[i].x() + kStepWidth, from, to) - x;
            // Where there is no room for it, the tip tells it.
            const bool fits = painter.fontMetrics().horizontalAdvance(curve.labels[i]) <
                              x_of(curve.points[i].x() + 1, from, to) - x;
            const double top = std::min(heights.from, heights.to);
            const double bottom = std::max(heights.from, heights.to);
            paint_step(painter, {x - width / 2, top, width, std::min(bottom, area_.bottom()) - top},
                       curve.colours[i], fits ? curve.labels[i] : QString{}, theme_);
            if (i + 1 == curve.spans.size()) continue;
            painter.setPen(QPen{theme_.muted, 1, Qt::DotLine});
            // Where nothing was drawn the line goes on.
            painter.drawLine(QPointF{curve.colours[i].isValid() ? x + width / 2 : x - width / 2, heights.to},
                             QPointF{x_of(curve.points[i + 1].x(), from, to) - width / 2, heights.to});
        }
    }
    painter.restore();
}

}  // namespace firn::gui
