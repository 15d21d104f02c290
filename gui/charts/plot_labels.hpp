#pragma once

#include "gui/charts/ticks.hpp"

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QFontMetricsF;

namespace firn::gui {

// Where the words of a chart stand and how large they are, so that none is cut off or covers another.

/// The font of labels, for a window's font.
[[nodiscard]] QFont smaller(QFont font);
[[nodiscard]] QFont bold(QFont font);
/// Smaller where the text would not fit: no digit of a large number is cut off.
[[nodiscard]] QFont fitting(QFont font, const QString& text, double width);

/// The least distance of two labels that follow each other, at most `room`. `scale`: pixels a unit.
[[nodiscard]] double least_gap(const std::vector<Tick>& ticks, double room, double scale);

/// Each line of a label, no wider than that.
[[nodiscard]] QString elided(const QString& label, double width, const QFontMetricsF& metrics);
/// Of its longest line.
[[nodiscard]] double width_of(const QString& label, const QFontMetricsF& metrics);
/// The left side of a label below its place; at the edges of the whole as near to it as it has room.
[[nodiscard]] double left_of_label(double x, double width, const QRectF& whole);

}  // namespace firn::gui
