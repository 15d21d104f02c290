#pragma once

#include "gui/charts/plot_content.hpp"

namespace firn::alternatives {
struct Results;
}

namespace firn::gui {

/// What each alternative has cost in sum until the end of each month, and where one of two falls behind for
/// good; of a single month, what it costs, a box each. An alternative keeps its colour whatever it costs.
[[nodiscard]] PlotContent cumulative_cost(const alternatives::Results& results);

}  // namespace firn::gui
