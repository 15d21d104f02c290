#include "gui/charts/plot_tips.hpp"

#include <algorithm>
#include <cmath>

namespace firn::gui {

namespace {

constexpr double kHalf = 0.5;
constexpr double kSymbolReach = 9;  // pixels from its middle at which a symbol is meant
constexpr double kLineReach = 4;    // pixels from a line that somebody set

/// Bars, steps and whiskers stand for whole numbers, of which one beyond them means none.
bool is_meant(const Curve& curve, std::size_t point, double value) {
    const bool is_counted =
        curve.drawn == Drawn::bar || curve.drawn == Drawn::step || curve.drawn == Drawn::whisker;
    return !is_counted || std::abs(curve.points[point].x() - value) <= kHalf;
}

void add_symbols(const Curve& curve, const Pointed& pointed,
                 const std::function<QPointF(const QPointF&)>& place_of, QStringList& tips) {
    for (std::size_t i = 0; i < std::min(curve.points.size(), curve.tips.size()); ++i) {
        const QPointF away = place_of(curve.points[i]) - pointed.place;
        if (std::hypot(away.x(), away.y()) <= kSymbolReach) tips += curve.tips[i];
    }
}

void add_nearest(const Curve& curve, double value, QStringList& tips) {
    const auto point = point_at(curve, value);
    if (point && is_meant(curve, *point, value) && *point < curve.tips.size() &&
        !curve.tips[*point].isEmpty())
        tips += curve.tips[*point];
}

template <class Part>
void add(const Part& part, QStringList& tips) {
    const QString& tip = part.tip.isEmpty() ? part.label : part.tip;
    if (!tip.isEmpty()) tips += tip;
}

}  // namespace

std::size_t nearest(const std::vector<double>& values, double value) {
    const auto closest = std::min_element(values.begin(), values.end(), [value](double a, double b) {
        return std::abs(a - value) < std::abs(b - value);
    });
    return static_cast<std::size_t>(closest - values.begin());
}

std::optional<std::size_t> point_at(const Curve& curve, double value) {
    if (curve.points.empty()) return std::nullopt;
    std::vector<double> places;
    for (const QPointF& point : curve.points)
        places.push_back(point.x());
    return nearest(places, value);
}

QStringList tips_at(const PlotContent& content, const Pointed& pointed,
                    const std::function<QPointF(const QPointF&)>& place_of) {
    QStringList of_symbols;
    QStringList of_curves;
    for (const Curve& curve : content.curves) {
        if (curve.drawn == Drawn::symbol)
            add_symbols(curve, pointed, place_of, of_symbols);
        else
            add_nearest(curve, pointed.value, of_curves);
    }
    QStringList tips = of_symbols.isEmpty() ? of_curves : of_symbols;
    for (const LimitLine& limit : content.limits) {
        if (std::abs(place_of({pointed.value, limit.at}).y() - pointed.place.y()) <= kLineReach)
            add(limit, tips);
    }
    for (const LimitLine& upright : content.uprights) {
        if (std::abs(place_of({upright.at, 0}).x() - pointed.place.x()) <= kLineReach) add(upright, tips);
    }
    for (const Shade& shade : content.shades) {
        if (shade.from <= pointed.value && pointed.value <= shade.to) add(shade, tips);
    }
    return tips;
}

}  // namespace firn::gui
