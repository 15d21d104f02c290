#pragma once

#include "gui/models/table_model.hpp"

namespace firn::planner {
struct Plan;
}

namespace firn::gui {

/// Every bundle size of a plan with what it means, as `firn plan --all-sizes` tells it.
[[nodiscard]] TableContent size_table(const planner::Plan& plan);

/// A bundle size of the plan beside the recommended one: cost, waiting, restore reads, bytes at risk.
[[nodiscard]] TableContent key_figures(const planner::Plan& plan, std::size_t size);

}  // namespace firn::gui
