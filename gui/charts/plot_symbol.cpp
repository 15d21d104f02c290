#include "gui/charts/plot_symbol.hpp"

#include <QPainter>
#include <QPolygonF>

namespace firn::gui {

namespace {

constexpr double kRadius = 5;
constexpr double kRingRadius = 8;

QPolygonF around(QPointF middle, std::initializer_list<QPointF> corners) {
    QPolygonF polygon{QList<QPointF>{corners}};
    polygon.translate(middle);
    return polygon;
}

void paint_cross(QPainter& painter, QPointF middle, const QColor& colour, double radius) {
    painter.setPen(QPen{colour, 3, Qt::SolidLine, Qt::RoundCap});
    const QPointF arm{radius - 1, radius - 1};
    const QPointF other{radius - 1, 1 - radius};
    painter.drawLine(middle - arm, middle + arm);
    painter.drawLine(middle - other, middle + other);
}

}  // namespace

void paint_symbol(QPainter& painter, Symbol symbol, QPointF middle, const QColor& colour, const Theme& theme,
                  double scale) {
    const QColor shown = colour.isValid() ? colour : theme.text;
    painter.setPen(QPen{theme.surface, 1});
    painter.setBrush(shown);
    const double r = kRadius * scale;
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
            return paint_cross(painter, middle, shown, r);
        case Symbol::ring:
            painter.setPen(QPen{shown, 2});
            painter.setBrush(Qt::NoBrush);
            return painter.drawEllipse(middle, kRingRadius * scale, kRingRadius * scale);
    }
}

}  // namespace firn::gui
