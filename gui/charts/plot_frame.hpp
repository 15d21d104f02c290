#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/theme.hpp"

#include <QFont>
#include <QPainter>
#include <QRectF>

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
    struct LegendEntry {
        QString name;
        QColor colour;
        Drawn drawn = Drawn::area;
        bool is_dashed = false;
        Symbol symbol = Symbol::disc;
    };
    void paint_swatch(QPainter& painter, const LegendEntry& entry, const QRectF& box) const;
    [[nodiscard]] std::vector<LegendEntry> legend() const;
    [[nodiscard]] int legend_rows() const;
    void paint_legend(QPainter& painter) const;
    void paint_titles(QPainter& painter) const;
    void paint_grid(QPainter& painter) const;
    void paint_x_labels(QPainter& painter, double from, double to) const;
    [[nodiscard]] QRectF shaded(const Shade& shade, double from, double to) const;
    void paint_shades(QPainter& painter, double from, double to) const;
    void paint_brackets(QPainter& painter, double from, double to) const;
    void paint_limits(QPainter& painter) const;
    void paint_uprights(QPainter& painter, double from, double to) const;
    void paint_spans(QPainter& painter, double from, double to) const;
    void paint_symbols(QPainter& painter, double from, double to) const;
    void paint_symbol_labels(QPainter& painter, const Curve& curve, double from, double to) const;
    void paint_marker(QPainter& painter, double from, double to) const;

    const PlotContent& content_;
    const Theme& theme_;
    QFont small_;
    QRectF whole_;
    QRectF area_;
    std::vector<Tick> y_ticks_;
};

}  // namespace firn::gui
