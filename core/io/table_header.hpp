#pragma once

#include "core/diag/result.hpp"
#include "core/io/csv_row.hpp"
#include "core/io/first_line.hpp"
#include "core/io/trace_columns.hpp"

#include <cstddef>
#include <string>

namespace firn::io {

/// How the rows of a table are read, and whether its first line is one of them.
struct TableHeader {
    CsvLayout layout;
    bool is_row = false;
};

/// Finds the columns of a CSV or TSV trace by its first line. Columns by number may come without a header:
/// then the first line is a row unless it has a word where the size should be. Error `trace-header`.
[[nodiscard]] Result<TableHeader> read_table_header(const std::string& path, const FirstLine& first,
                                                    const TraceColumns& columns, char delimiter);

/// The position of the column of keys. Errors: `keys-missing`; `trace-header` (there twice).
[[nodiscard]] Result<std::size_t> find_key_column(const std::string& path, const FirstLine& first,
                                                  const TraceColumns& columns, char delimiter);

}  // namespace firn::io
