#include "gui/charts/plot.hpp"

#include "gui/charts/plot_canvas.hpp"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

Plot::Plot(QWidget* parent) : QWidget{parent}, canvas_{new PlotCanvas{this}} {
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(canvas_);
    setFocusProxy(canvas_);
    canvas_->on_marker = [this](std::size_t stop) { emit marker_moved(stop); };
    canvas_->on_point = [this](std::size_t point) { emit point_chosen(point); };
    canvas_->on_range = [this](double from, double to) { emit range_changed(from, to); };
}

Plot::~Plot() = default;

void Plot::show_content(PlotContent content) { canvas_->set_content(std::move(content)); }

const PlotContent& Plot::content() const { return canvas_->content(); }

void Plot::move_marker(std::size_t stop) { canvas_->move_marker(stop); }

void Plot::show_range(double from, double to) { canvas_->show_range(from, to); }

Span Plot::shown() const { return canvas_->shown(); }

void Plot::draw(QPainter& painter, const QRectF& target) {
    canvas_->render(&painter, target, canvas_->viewport()->rect(), Qt::KeepAspectRatio);
}

QSize Plot::sizeHint() const { return {640, 260}; }

void Plot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) canvas_->redraw();
}

}  // namespace firn::gui
