#pragma once

#include "core/report/table.hpp"
#include "gui/models/table_model.hpp"

#include <cstddef>
#include <optional>

namespace firn::gui {

/// A table of an answer as the window shows it: the same cells, numbers with the separators of the locale;
/// exports get them without separators. The row `strong` stands out.
[[nodiscard]] TableContent table_of(const report::Table& table,
                                    std::optional<std::size_t> strong = std::nullopt);

}  // namespace firn::gui
