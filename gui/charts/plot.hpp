#pragma once

#include "gui/charts/plot_content.hpp"

#include <QWidget>

#include <cstddef>
#include <memory>

class QPainter;

namespace firn::gui {

class PlotCanvas;

/// A chart. Wheel and "+", "-" zoom along the horizontal axis, dragging, the arrow keys, PageUp, PageDown,
/// Home and End move it, "0" and a double click show all; where there is a marker, they move the marker
/// instead.
class Plot : public QWidget {
    Q_OBJECT

  public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    /// Shows this; the part of the horizontal axis that was zoomed to stays if the axis is the same.
    void show_content(PlotContent content);
    [[nodiscard]] const PlotContent& content() const;

    /// Moves the marker without telling anybody.
    void move_marker(std::size_t stop);

    /// Shows this part of the horizontal axis without telling anybody.
    void show_range(double from, double to);
    [[nodiscard]] Span shown() const;

    /// Draws all of it into a rectangle of the painter's.
    void draw(QPainter& painter, const QRectF& target);

    [[nodiscard]] QSize sizeHint() const override;

  signals:
    /// A person moved the marker to this stop.
    void marker_moved(std::size_t stop);
    /// A person chose the point of this number, counted along the horizontal axis.
    void point_chosen(std::size_t point);
    /// A person zoomed or moved: this part of the horizontal axis is shown now.
    void range_changed(double from, double to);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    PlotCanvas* canvas_;
};

}  // namespace firn::gui
