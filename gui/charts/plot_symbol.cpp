#include "gui/charts/plot_symbol.hpp"

#include <QPainter>
#include <QPolygonF>

namespace firn::gui {

namespace {

constexpr double kRadius = 5;

QPolygonF around(QPointF middle, std::initializer_list<QPointF> corners) {
    QPolygonF polygon{QList<QPointF>{corners}};
    polygon.translate(middle);
    return polygon;
}

void paint_cross(QPainter& painter, QPointF middle, const QColor& colour) {
    painter.setPen(QPen{colour, 3, Qt::SolidLine, Qt::RoundCap});
    const QPointF arm{kRadius - 1, kRadius - 1};
    const QPointF other{kRadius - 1, 1 - kRadius};
    painter.drawLine(middle - arm, middle + arm);
    painter.drawLine(middle - other, middle + other);
}

}  // namespace

void paint_symbol(QPainter& painter, Symbol symbol, QPointF middle, const QColor& colour, const Theme& theme,
                  double ring_radius) {
    const QColor shown = colour.isValid() ? colour : theme.text;
    painter.setPen(QPen{theme.surface, 1});
    painter.setBrush(shown);
    constexpr double r = kRadius;
    switch (symbol) {
        case Symbol::disc:
            return painter.drawEllipse(middle, r, r);
        case Symbol::square:
            return painter.drawRect(
                QRectF{middle - QPointF{r - 0.5, r - 0.5}, middle + QPointF{r - 0.5, r - 0.5}});
        case Symbol::diamond:
            return painter.drawPolygon(around(middle, {{0, -r - 1}, {r + 1, 0}, {0, r + 1}, {-r - 1, 0}}));
        case Symbol::triangle:
            return painter.drawPolygon(around(middle, {{0, -r - 1}, {r + 1, r}, {-r - 1, r}}));
        case Symbol::cross:
            return paint_cross(painter, middle, shown);
        case Symbol::ring:
            painter.setPen(QPen{shown, 2});
            painter.setBrush(Qt::NoBrush);
            return painter.drawEllipse(middle, ring_radius, ring_radius);
    }
}

}  // namespace firn::gui
