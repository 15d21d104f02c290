#include "gui/charts/plot_series.hpp"

#include "gui/charts/plot_pen.hpp"

#include <QAreaSeries>
#include <QBarSet>
#include <QChart>
#include <QLineSeries>
#include <QPen>
#include <QStackedBarSeries>

namespace firn::gui {

namespace {

constexpr double kCurveWidth = 2;
constexpr double kDenseCurveWidth = 1.2;  // where points are nearly as close as pixels
constexpr std::size_t kDense = 200;
constexpr double kBarWidth = 0.78;  // of a month
constexpr float kBandOpacity = 0.22F;

void attach(QChart& chart, QAbstractSeries* series) {
    chart.addSeries(series);
    for (QAbstractAxis* axis : chart.axes())
        series->attachAxis(axis);
}

QLineSeries* line_through(const std::vector<QPointF>& points, QObject* parent) {
    auto* line = new QLineSeries{parent};
    line->replace(QList<QPointF>{points.begin(), points.end()});
    return line;
}

void add_area(QChart& chart, const std::vector<QPointF>& upper, const std::vector<QPointF>& lower,
              const QColor& colour) {
    auto* area = new QAreaSeries{line_through(upper, &chart), line_through(lower, &chart)};
    area->setBrush(colour);
    area->setPen(Qt::NoPen);
    attach(chart, area);
}

void add_line(QChart& chart, const Curve& curve) {
    QLineSeries* line = line_through(curve.points, nullptr);
    const double width = curve.points.size() > kDense ? kDenseCurveWidth : kCurveWidth;
    line->setPen(pen_of(curve.colour, width, curve.dash));
    attach(chart, line);
}

void add_areas(QChart& chart, const PlotContent& content) {
    std::vector<QPointF> below;
    for (const Curve& curve : content.curves) {
        if (curve.drawn != Drawn::area) continue;
        std::vector<QPointF> above = curve.points;
        if (below.empty()) {
            below = curve.points;
            for (QPointF& point : below)
                point.setY(0);
        }
        for (std::size_t i = 0; i < above.size(); ++i)
            above[i].ry() += below[i].y();
        add_area(chart, above, below, curve.colour);
        below = std::move(above);
    }
}

void add_bars(QChart& chart, const PlotContent& content) {
    auto* bars = new QStackedBarSeries;
    bars->setBarWidth(kBarWidth);
    for (const Curve& curve : content.curves) {
        if (curve.drawn != Drawn::bar) continue;
        auto* set = new QBarSet{curve.name};
        set->setColor(curve.colour);
        set->setPen(Qt::NoPen);
        for (const QPointF& point : curve.points)
            set->append(point.y());
        bars->append(set);
    }
    if (bars->count() == 0) {
        delete bars;
        return;
    }
    attach(chart, bars);
}

}  // namespace

void add_series(QChart& chart, const PlotContent& content) {
    add_areas(chart, content);
    add_bars(chart, content);
    for (const Band& band : content.bands) {
        QColor colour = band.colour;
        colour.setAlphaF(kBandOpacity);
        add_area(chart, band.upper, band.lower, colour);
    }
    for (const Curve& curve : content.curves) {
        if (curve.drawn == Drawn::line) add_line(chart, curve);
    }
}

}  // namespace firn::gui
