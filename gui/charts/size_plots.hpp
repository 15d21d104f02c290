#pragma once

#include "gui/charts/plot_content.hpp"

#include <cstddef>

namespace firn::planner {
struct Plan;
}
namespace firn::scenario {
struct Scenario;
}

namespace firn::gui {

// Three plots of one plan over the same logarithmic axis of bundle sizes; their markers stop at the sizes of
// the plan.

/// What each size costs, stacked by charge, with the region that is flat within 1 %.
[[nodiscard]] PlotContent cost_by_size(const planner::Plan& plan, std::size_t marked);
/// After what time the scenario's share of the files is stored, with the target.
[[nodiscard]] PlotContent waiting_by_size(const planner::Plan& plan, const scenario::Scenario& scenario,
                                          std::size_t marked);
/// What is read to get one file back, with the target.
[[nodiscard]] PlotContent restore_by_size(const planner::Plan& plan, const scenario::Scenario& scenario,
                                          std::size_t marked);

}  // namespace firn::gui
