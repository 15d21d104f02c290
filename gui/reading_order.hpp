#pragma once

#include <vector>

class QWidget;

namespace firn::gui {

/// The controls within a widget that the keyboard can go to, as a person reads them: row by row as the
/// layouts have them, whenever and in whatever order they were made. Of a stack only what is shown.
[[nodiscard]] std::vector<QWidget*> reading_order(QWidget& root);

}  // namespace firn::gui
