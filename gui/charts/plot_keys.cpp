#include "gui/charts/plot_canvas.hpp"

#include <QKeyEvent>
#include <QValueAxis>

#include <algorithm>

namespace firn::gui {

void PlotCanvas::step_marker(int by) {
    const auto last = static_cast<int>(content_.marker->stops.size()) - 1;
    choose_stop(static_cast<std::size_t>(std::clamp(static_cast<int>(content_.marker->at) + by, 0, last)));
}

void PlotCanvas::page_marker(int direction) {
    const Marker& marker = *content_.marker;
    const double page = (content_.x.to - content_.x.from) * kPanStep * direction;
    const std::size_t stop = stop_at(marker.stops[marker.at] + page);
    stop == marker.at ? step_marker(direction) : choose_stop(stop);
}

void PlotCanvas::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool is_done = (content_.marker && handle_marker_key(key)) || handle_range_key(key);
    if (!is_done) QChartView::keyPressEvent(event);
}

bool PlotCanvas::handle_marker_key(int key) {
    switch (key) {
        case Qt::Key_Left:
            step_marker(-1);
            return true;
        case Qt::Key_Right:
            step_marker(1);
            return true;
        case Qt::Key_PageUp:
            page_marker(1);
            return true;
        case Qt::Key_PageDown:
            page_marker(-1);
            return true;
        case Qt::Key_Home:
            choose_stop(0);
            return true;
        case Qt::Key_End:
            choose_stop(content_.marker->stops.size() - 1);
            return true;
        default:
            return false;
    }
}

bool PlotCanvas::handle_range_key(int key) {
    const double shown = x_axis_->max() - x_axis_->min();
    const double whole = content_.x.to - content_.x.from;
    const double middle = x_axis_->min() + shown / 2;
    switch (key) {
        case Qt::Key_Left:
            pan(-shown * kPanStep);
            return true;
        case Qt::Key_Right:
            pan(shown * kPanStep);
            return true;
        case Qt::Key_PageUp:
            pan(shown);
            return true;
        case Qt::Key_PageDown:
            pan(-shown);
            return true;
        case Qt::Key_Home:
            pan(-whole);
            return true;
        case Qt::Key_End:
            pan(whole);
            return true;
        case Qt::Key_Plus:
            zoom(1 / kZoomStep, middle);
            return true;
        case Qt::Key_Minus:
            zoom(kZoomStep, middle);
            return true;
        case Qt::Key_0:
            take_range(content_.x.from, content_.x.to);
            return true;
        default:
            return false;
    }
}

}  // namespace firn::gui
