#pragma once

#include "gui/models/table_model.hpp"

namespace firn::reconcile {
struct Comparison;
}

namespace firn::gui {

/// Every compared line, those that differ most first, as `firn reconcile` tells them; exports get exact
/// numbers.
[[nodiscard]] TableContent reconcile_table(const reconcile::Comparison& comparison);

}  // namespace firn::gui
