#pragma once

#include "gui/charts/plot_content.hpp"

#include <QStringList>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace firn::gui {

/// Which of these ascending values is nearest; 0 where there are none.
[[nodiscard]] std::size_t nearest(const std::vector<double>& values, double value);

/// The point of a curve that is nearest along the horizontal axis; absent where it has none.
[[nodiscard]] std::optional<std::size_t> point_at(const Curve& curve, double value);

/// Where a person points: in pixels, and as a value of the horizontal axis.
struct Pointed {
    QPointF place;
    double value = 0;
};

/// What a person who points there reads: of the symbols that are there; where there is none, of each curve's
/// point that is nearest along the horizontal axis; then of lines that somebody set and of the shade there.
/// `place_of` leads from a point of the content to its pixel.
[[nodiscard]] QStringList tips_at(const PlotContent& content, const Pointed& pointed,
                                  const std::function<QPointF(const QPointF&)>& place_of);

}  // namespace firn::gui
