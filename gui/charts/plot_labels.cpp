#include "gui/charts/plot_labels.hpp"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>

namespace firn::gui {

namespace {

constexpr double kEdge = 2;

}  // namespace

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

double least_gap(const std::vector<Tick>& ticks, double room, double scale) {
    const Tick* before = nullptr;
    for (const Tick& tick : ticks) {
        if (tick.label.isEmpty()) continue;
        if (before != nullptr) room = std::min(room, (tick.at - before->at) * scale);
        before = &tick;
    }
    return room;
}

QString elided(const QString& label, double width, const QFontMetricsF& metrics) {
    QStringList lines = label.split(QLatin1Char{'\n'});
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines.join(QLatin1Char{'\n'});
}

double width_of(const QString& label, const QFontMetricsF& metrics) {
    double width = 0;
    for (const QString& line : label.split(QLatin1Char{'\n'}))
        width = std::max(width, metrics.horizontalAdvance(line));
    return width + 1;
}

double left_of_label(double x, double width, const QRectF& whole) {
    return std::max(whole.left() + kEdge, std::min(x - width / 2, whole.right() - kEdge - width));
}

QFont fitting(QFont font, const QString& text, double width) {
    const double wide = QFontMetricsF{font}.horizontalAdvance(text);
    if (wide > width) font.setPointSizeF(font.pointSizeF() * width / wide);
    return font;
}

QFont bold(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace firn::gui
