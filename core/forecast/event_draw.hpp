#pragma once

#include "core/forecast/forecast.hpp"

#include <cstdint>
#include <vector>

namespace firn::forecast {

/// Where in a triangle from low over likely to high the share `u` (0 to 1) of all draws lies below.
///
///     triangular(0.5, 100, 200, 300) == 200      triangular(0, 100, 200, 400) == 100
[[nodiscard]] double triangular(double u, double low, double likely, double high);

/// The size of each event in a draw, from a stream of its own an event.
[[nodiscard]] std::vector<double> drawn_sizes(const std::vector<PlannedEvent>& events, std::uint64_t seed,
                                              std::uint64_t draw);

}  // namespace firn::forecast
