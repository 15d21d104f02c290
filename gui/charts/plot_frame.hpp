#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/charts/plot_legend.hpp"
#include "gui/theme.hpp"

#include <QFont>
#include <QPainter>
#include <QRectF>

#include <vector>

namespace firn::gui {

/// Everything of a plot but its lines, areas and bars: symbols, legend, titles, grid, labels, shades, limits,
/// marker. Curves stand in plot_area(), which leaves room for all of it, so that nothing covers anything or
/// is cut off.
class PlotFrame {
  public:
    PlotFrame(const PlotContent& content, const Theme& theme, const QFont& font, QRectF whole);

    [[nodiscard]] QRectF plot_area() const { return area_; }

    /// Behind the curves. The range is what the horizontal axis shows.
    void paint_behind(QPainter& painter, double from, double to) const;
    /// Before them.
    void paint_before(QPainter& painter, double from, double to) const;

    [[nodiscard]] double x_of(double value, double from, double to) const;
    [[nodiscard]] double y_of(double value) const;

  private:
    void paint_titles(QPainter& painter) const;
    void paint_grid(QPainter& painter) const;
    void paint_x_labels(QPainter& painter, double from, double to) const;
    [[nodiscard]] QRectF shaded(const Shade& shade, double from, double to) const;
    void paint_shades(QPainter& painter, double from, double to) const;
    void paint_brackets(QPainter& painter, double from, double to) const;
    void paint_limits(QPainter& painter) const;
    void paint_uprights(QPainter& painter, double from, double to) const;
    void paint_spans(QPainter& painter, double from, double to) const;
    struct DrawnSymbol {
        const Curve* curve = nullptr;
        QPointF place;
        double scale = 1;
    };
    [[nodiscard]] std::vector<DrawnSymbol> symbols(double from, double to) const;
    void paint_symbols(QPainter& painter, double from, double to) const;
    void paint_symbol_labels(QPainter& painter, const Curve& curve, double from, double to) const;
    void paint_marker(QPainter& painter, double from, double to) const;

    const PlotContent& content_;
    const Theme& theme_;
    QFont small_;
    QRectF whole_;
    PlotLegend legend_;
    QRectF area_;
    std::vector<Tick> y_ticks_;
};

}  // namespace firn::gui
