#include "gui/charts/plot_frame.hpp"

#include "gui/charts/plot_labels.hpp"
#include "gui/charts/plot_spans.hpp"

#include <QFontMetricsF>

#include <algorithm>

namespace firn::gui {

namespace {

constexpr double kLeft = 76;  // the same in all plots, so that those above each other share their axis
constexpr double kRight = 18;
constexpr double kLabelGap = 8;  // between a label of the y axis and its line
constexpr double kGap = 6;
constexpr double kLabelHeight = 26;  // of room above the plot area for one label of a y axis
constexpr double kLabelWidth = 86;
constexpr double kBracket = 3;  // the line above a shade

}  // namespace

PlotFrame::PlotFrame(const PlotContent& content, const Theme& theme, const QFont& font, QRectF whole)
    : content_{content},
      theme_{theme},
      small_{smaller(font)},
      whole_{whole},
      legend_{content, theme, small_, whole.width() - kLeft - kRight} {
    const double row = QFontMetricsF{small_}.height();
    const double top = kGap + row + legend_.height() + kGap;
    const double bottom = content.x.label_rows * row + kGap + (content.x.title.isEmpty() ? 4 : row + kGap);
    area_ = whole.adjusted(kLeft, top, -kRight, -bottom);
    const int most = std::max(2, static_cast<int>(area_.height() / kLabelHeight));
    y_ticks_ = content.y.ticks(content.y.from, content.y.to, most);
}

double PlotFrame::x_of(double value, double from, double to) const {
    return area_.left() + (value - from) / (to - from) * area_.width();
}

double PlotFrame::y_of(double value) const {
    return area_.bottom() - (value - content_.y.from) / (content_.y.to - content_.y.from) * area_.height();
}

void PlotFrame::paint_titles(QPainter& painter) const {
    const QFontMetricsF metrics{small_};
    painter.setPen(theme_.text);
    painter.setFont(bold(small_));
    const double width = whole_.width() - kGap * 4;
    painter.drawText(QRectF{whole_.left() + kGap * 2, whole_.top() + kGap, width, metrics.height()},
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF{bold(small_)}.elidedText(content_.y.title, Qt::ElideRight, width));
    painter.setFont(small_);
    painter.setPen(theme_.muted);
    const QString below = metrics.elidedText(content_.x.title, Qt::ElideRight, width);
    const double length = metrics.horizontalAdvance(below) + kGap;
    const double left = std::min(area_.center().x() - length / 2, whole_.right() - kGap - length);
    painter.drawText(QRectF{std::max(left, whole_.left() + kGap), whole_.bottom() - metrics.height() - kGap,
                            length, metrics.height()},
                     Qt::AlignCenter, below);
}

void PlotFrame::paint_grid(QPainter& painter) const {
    if (content_.curves.empty()) return;
    for (const Tick& tick : y_ticks_) {
        const double y = y_of(tick.at);
        painter.setPen(QPen{theme_.line, 1});
        painter.drawLine(QPointF{area_.left(), y}, QPointF{area_.right(), y});
        painter.setPen(theme_.muted);
        painter.setFont(fitting(small_, tick.label, kLeft - kLabelGap));
        painter.drawText(QRectF{whole_.left(), y - 10, kLeft - kLabelGap, 20},
                         Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setFont(small_);
}

void PlotFrame::paint_x_labels(QPainter& painter, double from, double to) const {
    const int most = std::max(2, static_cast<int>(area_.width() / kLabelWidth));
    const std::vector<Tick> ticks = content_.x.ticks(from, to, most);
    // Names of a few things have more room than numbers of many.
    const double room = content_.x.label_rows > 1 && !ticks.empty()
                            ? std::max(kLabelWidth, area_.width() / static_cast<double>(ticks.size() + 1))
                            : kLabelWidth;
    const QFontMetricsF metrics{small_};
    const double slot = least_gap(ticks, room, area_.width() / (to - from)) + 4;  // seldom are two long
    double is_free_from = whole_.left();
    for (const Tick& tick : ticks) {
        const double x = x_of(tick.at, from, to);
        painter.setPen(QPen{theme_.muted, 1});
        painter.drawLine(QPointF{x, area_.bottom()}, QPointF{x, area_.bottom() + 4});
        const QString label = elided(tick.label, slot, metrics);
        const double width = width_of(label, metrics);
        const double left = left_of_label(x, width, whole_);
        if (left < x - width / 2 && left < is_free_from) continue;  // moved, it would cover the one before
        painter.drawText(QRectF{left, area_.bottom() + 5, width, content_.x.label_rows * metrics.height()},
                         Qt::AlignHCenter | Qt::AlignTop, label);
        is_free_from = left + width + kGap;
    }
}

QRectF PlotFrame::shaded(const Shade& shade, double from, double to) const {
    const double left = std::max(area_.left(), x_of(shade.from, from, to));
    const double right = std::min(area_.right(), x_of(shade.to, from, to));
    return right > left ? QRectF{left, area_.top(), right - left, area_.height()} : QRectF{};
}

/// Curves keep their colours: a shade lies behind them, its name above.
void PlotFrame::paint_shades(QPainter& painter, double from, double to) const {
    for (const Shade& shade : content_.shades)
        painter.fillRect(shaded(shade, from, to), theme_.flat);
}

void PlotFrame::paint_brackets(QPainter& painter, double from, double to) const {
    for (const Shade& shade : content_.shades) {
        QRectF bracket = shaded(shade, from, to);
        if (bracket.isEmpty()) continue;
        bracket.setHeight(kBracket);
        painter.fillRect(bracket, theme_.accent);
        painter.setPen(theme_.accent);
        const double width = QFontMetricsF{small_}.horizontalAdvance(shade.label);
        if (width < bracket.width() - 2 * kGap)
            painter.drawText(QRectF{bracket.left(), bracket.bottom(), bracket.width(), kLabelHeight - 8},
                             Qt::AlignCenter, shade.label);
    }
}

void PlotFrame::paint_limits(QPainter& painter) const {
    for (const LimitLine& limit : content_.limits) {
        const double y = y_of(limit.at);
        if (y < area_.top() - 1) continue;
        painter.setPen(QPen{theme_.target, 1.5, Qt::DashLine});
        painter.drawLine(QPointF{area_.left(), y}, QPointF{area_.right(), y});
        painter.setPen(theme_.target);
        const bool fits_above = y - 18 > area_.top();
        painter.drawText(QRectF{area_.left() + 6, fits_above ? y - 18 : y + 2, area_.width() - 12, 16},
                         Qt::AlignLeft | Qt::AlignVCenter, limit.label);
    }
}

void PlotFrame::paint_uprights(QPainter& painter, double from, double to) const {
    const QFontMetricsF metrics{small_};
    for (const LimitLine& upright : content_.uprights) {
        const double x = x_of(upright.at, from, to);
        if (x < area_.left() || x > area_.right()) continue;
        painter.setPen(QPen{theme_.target, 1.5, Qt::DashLine});
        painter.drawLine(QPointF{x, area_.top()}, QPointF{x, area_.bottom()});
        const double width = metrics.horizontalAdvance(upright.label) + 2;
        const bool fits_right = x + kGap + width < area_.right();
        painter.drawText(QPointF{fits_right ? x + kGap : x - kGap - width, area_.top() + metrics.ascent()},
                         upright.label);
    }
}

void PlotFrame::paint_marker(QPainter& painter, double from, double to) const {
    if (!content_.marker || content_.marker->stops.empty()) return;
    const double x = x_of(content_.marker->stops[content_.marker->at], from, to);
    if (x < area_.left() - 1 || x > area_.right() + 1) return;
    painter.setPen(QPen{theme_.text, 2});
    painter.drawLine(QPointF{x, area_.top()}, QPointF{x, area_.bottom()});
    painter.setPen(QPen{theme_.surface, 1.5});
    painter.setBrush(theme_.text);
    painter.drawEllipse(QPointF{x, area_.top()}, 5.5, 5.5);
}

void PlotFrame::paint_behind(QPainter& painter, double from, double to) const {
    painter.setFont(small_);
    painter.fillRect(whole_, theme_.surface);
    paint_grid(painter);
    if (from < to) paint_shades(painter, from, to);
    if (!content_.curves.empty()) paint_x_labels(painter, from, to);
}

void PlotFrame::paint_before(QPainter& painter, double from, double to) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(small_);
    paint_titles(painter);
    legend_.paint(painter, {area_.left(), whole_.top() + kGap + QFontMetricsF{small_}.height() + 4});
    paint_brackets(painter, from, to);
    if (content_.curves.empty()) return;
    painter.setPen(QPen{theme_.muted, 1});
    painter.drawLine(area_.bottomLeft(), area_.bottomRight());
    paint_limits(painter);
    paint_uprights(painter, from, to);
    paint_spans(painter, from, to);
    paint_symbols(painter, from, to);
    paint_marker(painter, from, to);
}

}  // namespace firn::gui
