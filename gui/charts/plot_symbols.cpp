#include "gui/charts/plot_frame.hpp"
#include "gui/charts/plot_symbol.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace firn::gui {

namespace {

constexpr double kLabelRise = 6;    // above its symbol's middle
constexpr double kSymbolRoom = 11;  // beside a symbol, for its label
constexpr double kTouching = 6;     // pixels between symbols that cover each other
constexpr double kGrowth = 0.45;
constexpr int kMostLayers = 2;

}  // namespace

/// Of symbols that cover each other the lower ones are larger, so that all are seen.
std::vector<PlotFrame::DrawnSymbol> PlotFrame::symbols(double from, double to) const {
    std::vector<DrawnSymbol> symbols;
    for (const Curve& curve : content_.curves) {
        if (curve.drawn != Drawn::symbol) continue;
        for (const QPointF& point : curve.points)
            symbols.push_back({&curve, {x_of(point.x(), from, to), y_of(point.y())}});
    }
    for (auto lower = symbols.begin(); lower != symbols.end(); ++lower) {
        const auto covers = [&](const DrawnSymbol& upper) {
            const QPointF away = upper.place - lower->place;
            return upper.curve != lower->curve && upper.curve->symbol != Symbol::ring &&
                   std::hypot(away.x(), away.y()) < kTouching;
        };
        const auto layers = std::count_if(std::next(lower), symbols.end(), covers);
        if (lower->curve->symbol != Symbol::ring)
            lower->scale = 1 + kGrowth * static_cast<double>(std::min<std::ptrdiff_t>(layers, kMostLayers));
    }
    return symbols;
}

void PlotFrame::paint_symbols(QPainter& painter, double from, double to) const {
    painter.save();
    painter.setClipRect(area_.adjusted(-kSymbolRoom, -kSymbolRoom, kSymbolRoom, kSymbolRoom));
    for (const DrawnSymbol& symbol : symbols(from, to))
        paint_symbol(painter, symbol.curve->symbol, symbol.place, symbol.curve->colour, theme_, symbol.scale);
    painter.restore();
    for (const Curve& curve : content_.curves) {
        if (curve.drawn == Drawn::symbol) paint_symbol_labels(painter, curve, from, to);
    }
}

void PlotFrame::paint_symbol_labels(QPainter& painter, const Curve& curve, double from, double to) const {
    const QFontMetricsF metrics{small_};
    painter.setPen(theme_.text);
    for (std::size_t i = 0; i < std::min(curve.points.size(), curve.labels.size()); ++i) {
        const QPointF place{x_of(curve.points[i].x(), from, to), y_of(curve.points[i].y())};
        const double width = metrics.horizontalAdvance(curve.labels[i]);
        const bool fits_right = place.x() + kSymbolRoom + width < area_.right();
        painter.drawText(QPointF{fits_right ? place.x() + kSymbolRoom : place.x() - kSymbolRoom - width,
                                 place.y() - kLabelRise},
                         curve.labels[i]);
    }
}

}  // namespace firn::gui
