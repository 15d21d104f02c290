#pragma once

#include "gui/charts/plot_content.hpp"

#include <string>

namespace firn::pricing {
struct Bill;
}

namespace firn::gui {

/// What each month costs on two bills, over the months of both, with what lies between them shaded; bills
/// that have no month in common begin one above the other.
[[nodiscard]] PlotContent cost_of_two(const pricing::Bill& here, const std::string& name_here,
                                      const pricing::Bill& there, const std::string& name_there);

}  // namespace firn::gui
