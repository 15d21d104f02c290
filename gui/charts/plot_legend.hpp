#pragma once

#include "gui/charts/plot_content.hpp"
#include "gui/theme.hpp"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace firn::gui {

/// Which colour, dash and symbol stands for what: names beside each other, in as many rows as they need. A
/// plot of one curve has none, its title says what the curve is.
class PlotLegend {
  public:
    PlotLegend(const PlotContent& content, const Theme& theme, const QFont& font, double width);

    /// Of all rows; 0 where there is nothing to tell.
    [[nodiscard]] double height() const;
    void paint(QPainter& painter, const QPointF& top_left) const;

  private:
    struct Entry {
        QString name;
        QColor colour;
        Drawn drawn = Drawn::area;
        Dash dash = Dash::none;
        Symbol symbol = Symbol::disc;
        QPointF place{};  ///< from the legend's own corner
    };
    void place_entries(double width);
    void paint_swatch(QPainter& painter, const Entry& entry, const QRectF& box) const;
    [[nodiscard]] double row_height() const;

    const Theme& theme_;
    QFont font_;
    std::vector<Entry> entries_{};
    int rows_ = 0;
};

}  // namespace firn::gui
