#pragma once

#include "gui/charts/plot_content.hpp"

namespace firn::gui {

/// Of lines that lie on each other for a good part of the horizontal axis, dashes those that are drawn later:
/// the first is seen through the gaps of the second, both through those of the third.
void tell_lines_apart(PlotContent& content);

}  // namespace firn::gui
