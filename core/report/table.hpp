#pragma once

#include "core/units/counted_text.hpp"

#include <string>
#include <vector>

namespace firn::report {

enum class Align { left, right };

struct Column {
    std::string heading;
    Align align = Align::right;
};

/// Rows of cells under headings; every row has as many cells as there are columns.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows{};
};

/// For a terminal: columns set apart by two blanks, the headings underlined.
///
///     bundle   archives     cost
///     ------  ---------  -------
///      1 MiB  1,234,567  1234.50
[[nodiscard]] std::string to_plain_text(const Table& table);

/// As a Markdown table; "|" in a cell is escaped.
[[nodiscard]] std::string to_markdown(const Table& table);

/// As CSV (RFC 4180, line ends "\n"), headings in the first row.
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace firn::report
