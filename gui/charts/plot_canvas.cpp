#include "gui/charts/plot_canvas.hpp"

#include "gui/charts/lines_apart.hpp"
#include "gui/charts/plot_frame.hpp"
#include "gui/charts/plot_series.hpp"
#include "gui/charts/plot_tips.hpp"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kDragDistance = 4;    // pixels before a press is a drag
constexpr double kLeastShown = 64;  // of the whole axis, at the closest zoom: a part of so many
constexpr double kHalf = 0.5;

QValueAxis* bare_axis(QChart& chart, Qt::Alignment side) {
    auto* axis = new QValueAxis;
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLineVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

}  // namespace

PlotCanvas::PlotCanvas(QWidget* parent) : QChartView{new QChart, parent} {
    setAccessibleName(tr("Chart"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 110);
    setAcceptDrops(false);  // what is dropped is the page's
    viewport()->setAcceptDrops(false);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    x_axis_ = bare_axis(*chart(), Qt::AlignBottom);
    y_axis_ = bare_axis(*chart(), Qt::AlignLeft);
}

void PlotCanvas::set_content(PlotContent content) {
    const bool same_axis = content_.x.from == content.x.from && content_.x.to == content.x.to;
    const double from = x_axis_->min();
    const double to = x_axis_->max();
    content_ = std::move(content);
    tell_lines_apart(content_);
    chart()->removeAllSeries();
    add_series(*chart(), content_);
    y_axis_->setRange(content_.y.from, content_.y.to);
    same_axis ? show_range(from, to) : show_all();
    setAccessibleName(content_.name);
    setAccessibleDescription(content_.description);
    lay_out();
    redraw();
}

void PlotCanvas::move_marker(std::size_t stop) {
    if (!content_.marker || stop >= content_.marker->stops.size()) return;
    content_.marker->at = stop;
    redraw();
}

void PlotCanvas::redraw() {
    resetCachedContent();
    viewport()->update();
}

void PlotCanvas::drawBackground(QPainter* painter, const QRectF& /*exposed*/) {
    const Theme theme = theme_of(palette());
    PlotFrame{content_, theme, font(), sceneRect()}.paint_behind(*painter, x_axis_->min(), x_axis_->max());
}

void PlotCanvas::drawForeground(QPainter* painter, const QRectF& /*exposed*/) {
    const Theme theme = theme_of(palette());
    PlotFrame{content_, theme, font(), sceneRect()}.paint_before(*painter, x_axis_->min(), x_axis_->max());
}

void PlotCanvas::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    lay_out();
}

void PlotCanvas::lay_out() {
    const Theme theme = theme_of(palette());
    const PlotFrame frame{content_, theme, font(), QRectF{QPointF{}, QSizeF{size()}}};
    chart()->setPlotArea(frame.plot_area());
}

void PlotCanvas::show_range(double from, double to) {
    x_axis_->setRange(from, to);
    redraw();
}

Span PlotCanvas::shown() const { return {x_axis_->min(), x_axis_->max()}; }

void PlotCanvas::take_range(double from, double to) {
    show_range(from, to);
    if (on_range) on_range(from, to);
}

double PlotCanvas::value_at(double x) const {
    const QRectF area = chart()->plotArea();
    return x_axis_->min() + (x - area.left()) / area.width() * (x_axis_->max() - x_axis_->min());
}

void PlotCanvas::zoom(double factor, double about) {
    const double whole = content_.x.to - content_.x.from;
    const double shown = std::clamp((x_axis_->max() - x_axis_->min()) * factor, whole / kLeastShown, whole);
    const double share = (about - x_axis_->min()) / (x_axis_->max() - x_axis_->min());
    const double from = std::clamp(about - share * shown, content_.x.from, content_.x.to - shown);
    take_range(from, from + shown);
}

void PlotCanvas::pan(double by) {
    const double shown = x_axis_->max() - x_axis_->min();
    const double from = std::clamp(x_axis_->min() + by, content_.x.from, content_.x.to - shown);
    take_range(from, from + shown);
}

void PlotCanvas::take_marker_to(double x) { choose_stop(stop_at(value_at(x))); }

std::size_t PlotCanvas::stop_at(double value) const { return nearest(content_.marker->stops, value); }

void PlotCanvas::choose_stop(std::size_t stop) {
    if (stop == content_.marker->at) return;
    move_marker(stop);
    if (on_marker) on_marker(stop);
}

QPointF PlotCanvas::place_of(const QPointF& point) const {
    const QRectF area = chart()->plotArea();
    return {
        area.left() + (point.x() - x_axis_->min()) / (x_axis_->max() - x_axis_->min()) * area.width(),
        area.bottom() - (point.y() - content_.y.from) / (content_.y.to - content_.y.from) * area.height()};
}

void PlotCanvas::show_tip(const QPoint& place) {
    if (!chart()->plotArea().contains(place)) return QToolTip::hideText();
    QToolTip::showText(mapToGlobal(place),
                       tips_at(content_, {place, value_at(place.x())},
                               [this](const QPointF& point) { return place_of(point); })
                           .join(QStringLiteral("<br>")),
                       this);
}

void PlotCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QChartView::mousePressEvent(event);
    pressed_ = event->pos();
    pressed_from_ = x_axis_->min();
    was_dragged_ = false;
    if (content_.marker) take_marker_to(event->position().x());
}

void PlotCanvas::mouseMoveEvent(QMouseEvent* event) {
    show_tip(event->pos());
    if (!pressed_) return;
    was_dragged_ = was_dragged_ || (event->pos() - *pressed_).manhattanLength() > kDragDistance;
    if (content_.marker) return take_marker_to(event->position().x());
    const double per_pixel = (x_axis_->max() - x_axis_->min()) / chart()->plotArea().width();
    pan(pressed_from_ - (event->position().x() - pressed_->x()) * per_pixel - x_axis_->min());
}

void PlotCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const bool is_click = pressed_ && !was_dragged_;
    pressed_.reset();
    if (!is_click || content_.marker || !chart()->plotArea().contains(event->position())) return;
    if (content_.curves.empty() || !on_point) return;
    if (const auto point = point_at(content_.curves.front(), value_at(event->position().x())))
        on_point(*point);
}

void PlotCanvas::mouseDoubleClickEvent(QMouseEvent* /*event*/) { take_range(content_.x.from, content_.x.to); }

void PlotCanvas::wheelEvent(QWheelEvent* event) {
    if (content_.marker) return event->ignore();
    zoom(std::pow(kZoomStep, -event->angleDelta().y() / 120.0), value_at(event->position().x()));
    event->accept();
}

/// Who goes by keys sees which chart they move; a picture of the chart has no such frame.
void PlotCanvas::paintEvent(QPaintEvent* event) {
    QChartView::paintEvent(event);
    if (!hasFocus()) return;
    QPainter painter{viewport()};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme_of(palette()).accent, 1});
    painter.drawRoundedRect(QRectF{viewport()->rect()}.adjusted(kHalf, kHalf, -kHalf, -kHalf), 6, 6);
}

void PlotCanvas::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotCanvas::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

}  // namespace firn::gui
