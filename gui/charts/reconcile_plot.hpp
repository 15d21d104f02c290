#pragma once

#include "gui/charts/plot_content.hpp"

namespace firn::reconcile {
struct Comparison;
}

namespace firn::gui {

/// From what is expected to what is billed, a step a cause; the one that carries most first.
[[nodiscard]] PlotContent steps_by_cause(const reconcile::Comparison& comparison);

}  // namespace firn::gui
