#pragma once

#include "gui/charts/plot_content.hpp"

#include <QChartView>

#include <functional>
#include <optional>

class QValueAxis;

namespace firn::gui {

/// Qt Charts draws the curves, PlotFrame the rest; here they meet, with what mouse and keys do.
class PlotCanvas : public QChartView {
  public:
    explicit PlotCanvas(QWidget* parent);

    std::function<void(std::size_t)> on_marker{};
    std::function<void(std::size_t)> on_point{};
    std::function<void(double, double)> on_range{};

    void set_content(PlotContent content);
    [[nodiscard]] const PlotContent& content() const { return content_; }
    void move_marker(std::size_t stop);
    /// Shows this part of the horizontal axis without telling anybody.
    void show_range(double from, double to);
    /// The part of the horizontal axis that is shown.
    [[nodiscard]] Span shown() const;
    /// Colours have changed.
    void redraw();

  protected:
    void drawBackground(QPainter* painter, const QRectF& exposed) override;
    void drawForeground(QPainter* painter, const QRectF& exposed) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    static constexpr double kZoomStep = 1.25;
    static constexpr double kPanStep = 0.1;  ///< of what is shown

    void lay_out();
    void take_range(double from, double to);
    void show_all() { show_range(content_.x.from, content_.x.to); }
    void zoom(double factor, double about);
    void pan(double by);
    void take_marker_to(double x);
    /// The stop that is nearest to a value of the horizontal axis.
    [[nodiscard]] std::size_t stop_at(double value) const;
    void step_marker(int by);
    /// Moves the marker by a tenth of the axis, at least by one stop.
    void page_marker(int direction);
    void choose_stop(std::size_t stop);
    bool handle_marker_key(int key);
    bool handle_range_key(int key);
    void show_tip(const QPoint& place);
    [[nodiscard]] double value_at(double x) const;
    /// Where a point of the content stands, in pixels.
    [[nodiscard]] QPointF place_of(const QPointF& point) const;

    PlotContent content_;
    QValueAxis* x_axis_;
    QValueAxis* y_axis_;
    std::optional<QPoint> pressed_{};
    double pressed_from_ = 0;
    bool was_dragged_ = false;
};

}  // namespace firn::gui
