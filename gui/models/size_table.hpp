#pragma once

#include "gui/models/table_model.hpp"

#include <cstddef>

namespace firn::planner {
struct Plan;
}

namespace firn::gui {

/// The size that a plan's answer names.
struct AdvisedSize {
    std::size_t size = 0;  ///< of Plan::sizes
    bool is_any = false;   ///< any other does as well
};

/// Every bundle size of a plan with what it means, as `firn plan --all-sizes` tells it.
[[nodiscard]] TableContent size_table(const planner::Plan& plan, const AdvisedSize& advised);

/// A bundle size of the plan beside the advised one: cost, waiting, restore reads, bytes at risk.
[[nodiscard]] TableContent key_figures(const planner::Plan& plan, std::size_t size,
                                       const AdvisedSize& advised);

}  // namespace firn::gui
