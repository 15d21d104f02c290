#pragma once

#include "core/report/table.hpp"

#include <cstddef>
#include <vector>

namespace firn::report {

/// The table with these columns alone, in this order.
[[nodiscard]] Table only_columns(const Table& table, const std::vector<std::size_t>& columns);

/// Tables side by side made one below the other: each begins with the first column and is at most so many
/// characters wide as plain text, or has one other column.
[[nodiscard]] std::vector<Table> split_columns(const Table& table, std::size_t width);

}  // namespace firn::report
