#include "core/report/table.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace firn::report {

namespace {

/// Characters as a terminal shows them: UTF-8 continuation bytes take no room.
std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::size_t> widths_of(const Table& table) {
    std::vector<std::size_t> widths;
    for (const Column& column : table.columns)
        widths.push_back(width_of(column.heading));
    for (const auto& row : table.rows) {
        assert(row.size() == table.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i]));
    }
    return widths;
}

std::string padded(std::string_view text, std::size_t width, Align align) {
    const std::string blanks(width - width_of(text), ' ');
    return align == Align::left ? std::string{text} + blanks : blanks + std::string{text};
}

void append_line(std::string& text, const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : "  ") + cells[i];
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
}

std::string markdown_cell(std::string_view cell) {
    std::string escaped;
    for (const char c : cell) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// All rows with the headings first, each cell through `cell_text`, set apart and ended as the format wants.
template <class CellText>
void append_joined(std::string& text, const std::vector<std::string>& cells, std::string_view separator,
                   CellText cell_text) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += separator;
        text += cell_text(cells[i]);
    }
}

std::vector<std::string> headings_of(const Table& table) {
    std::vector<std::string> headings;
    for (const Column& column : table.columns)
        headings.push_back(column.heading);
    return headings;
}

}  // namespace

std::string to_plain_text(const Table& table) {
    const std::vector<std::size_t> widths = widths_of(table);
    const auto laid_out = [&](const std::vector<std::string>& row) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(padded(row[i], widths[i], table.columns[i].align));
        return cells;
    };
    std::vector<std::string> rules;
    for (const std::size_t width : widths)
        rules.emplace_back(width, '-');
    std::string text;
    append_line(text, laid_out(headings_of(table)));
    append_line(text, rules);
    for (const auto& row : table.rows)
        append_line(text, laid_out(row));
    return text;
}

std::string to_markdown(const Table& table) {
    std::string text;
    const auto append_row = [&](const std::vector<std::string>& row) {
        text += "| ";
        append_joined(text, row, " | ", markdown_cell);
        text += " |\n";
    };
    append_row(headings_of(table));
    text += "|";
    for (const Column& column : table.columns)
        text += column.align == Align::left ? " --- |" : " ---: |";
    text += '\n';
    for (const auto& row : table.rows)
        append_row(row);
    return text;
}

std::string to_csv(const Table& table) {
    std::string text;
    const auto append_row = [&](const std::vector<std::string>& row) {
        append_joined(text, row, ",", csv_cell);
        text += '\n';
    };
    append_row(headings_of(table));
    for (const auto& row : table.rows)
        append_row(row);
    return text;
}

}  // namespace firn::report
