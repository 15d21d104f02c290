#pragma once

#include "gui/charts/plot_content.hpp"

#include <cstddef>
#include <optional>

namespace firn::forecast {
struct Variance;
}

namespace firn::gui {

/// What was billed each month, and the budget's band from P10 to P90 with its median; months outside their
/// band have another colour.
[[nodiscard]] PlotContent billed_in_band(const forecast::Variance& variance);

/// From budget to billed, a step a part of the difference: price, volume, mix, one-off, calendar,
/// unexplained. Of a billed month, counted from 0, or to date.
[[nodiscard]] PlotContent bridge_steps(const forecast::Variance& variance, std::optional<std::size_t> month);

}  // namespace firn::gui
