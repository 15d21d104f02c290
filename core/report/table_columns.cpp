#include "core/report/table_columns.hpp"

#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <utility>

namespace firn::report {

namespace {

constexpr std::size_t kGap = 2;

std::size_t width_of(const Table& table, std::size_t column) {
    std::size_t width = count_characters(table.columns[column].heading);
    for (const auto& row : table.rows)
        width = std::max(width, count_characters(row[column]));
    return width;
}

}  // namespace

Table only_columns(const Table& table, const std::vector<std::size_t>& columns) {
    Table chosen;
    for (const std::size_t column : columns)
        chosen.columns.push_back(table.columns[column]);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const std::size_t column : columns)
            cells.push_back(row[column]);
        chosen.rows.push_back(std::move(cells));
    }
    return chosen;
}

std::vector<Table> split_columns(const Table& table, std::size_t width) {
    std::vector<Table> parts;
    const std::size_t first = width_of(table, 0);
    std::vector<std::size_t> columns{0};
    std::size_t taken = first;
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        const std::size_t wide = kGap + width_of(table, column);
        if (columns.size() > 1 && taken + wide > width) {
            parts.push_back(only_columns(table, columns));
            columns = {0};
            taken = first;
        }
        columns.push_back(column);
        taken += wide;
    }
    parts.push_back(only_columns(table, columns));
    return parts;
}

}  // namespace firn::report
