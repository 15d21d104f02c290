#include "gui/models/report_table.hpp"

#include "gui/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace firn::gui {

namespace {

/// How many characters of a cell are a number: 8 of "1,234.50", 2 of "12 %", none of "2026-12".
std::size_t length_of_number(std::string_view cell) {
    const std::size_t first = cell.starts_with('-') ? 1 : 0;
    if (first >= cell.size() || cell[first] < '0' || cell[first] > '9') return 0;
    const auto end = cell.find_first_not_of("0123456789,.", first);
    if (end == std::string_view::npos) return cell.size();
    return cell[end] == ' ' ? end : 0;
}

std::string without_separators(std::string_view number) {
    std::string plain{number};
    std::erase(plain, ',');
    return plain;
}

TableCell cell_of(const std::string& cell, report::Align align, bool is_strong) {
    const bool is_number = align == report::Align::right;
    const std::size_t length = is_number ? length_of_number(cell) : 0;
    if (length == 0) return {from_utf8(cell), {}, is_number, is_strong};
    const std::string number = without_separators(std::string_view{cell}.substr(0, length));
    const std::string rest = cell.substr(length);
    return {localised(number) + from_utf8(rest), from_utf8(number + rest), true, is_strong};
}

}  // namespace

TableContent table_of(const report::Table& table, std::optional<std::size_t> strong) {
    TableContent content;
    for (const report::Column& column : table.columns)
        content.headings.push_back(sentence_case(column.heading));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<TableCell>& cells = content.rows.emplace_back();
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            cells.push_back(cell_of(table.rows[row][column], table.columns[column].align, row == strong));
    }
    return content;
}

}  // namespace firn::gui
