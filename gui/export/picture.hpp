#pragma once

#include <QImage>
#include <QString>

namespace firn::gui {

class Plot;

/// A chart as pixels, so many for each of the window's.
[[nodiscard]] QImage image_of(Plot& plot, double scale);

/// Writes a chart as PNG (twice the window's density), SVG or PDF, by the end of the path's name; false where
/// that is none of them, or the file cannot be written.
[[nodiscard]] bool write_picture(Plot& plot, const QString& path);

}  // namespace firn::gui
