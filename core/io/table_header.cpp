#include "core/io/table_header.hpp"

#include "core/io/csv_columns.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/keys_missing.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace firn::io {

namespace {

/// Positions from zero; a name stays to be looked up.
std::size_t position_of(const std::string& column) {
    return static_cast<std::size_t>(parse_whole_number(column).value - 1);
}

bool is_by_name(const std::string& column) { return !column.empty() && !is_column_number(column); }

/// The columns that the header must have.
std::vector<std::string> wanted_names(const TraceColumns& columns, const std::vector<std::string>& names) {
    std::vector<std::string> wanted;
    const bool has_time = std::find(names.begin(), names.end(), columns.time) != names.end();
    if (is_by_name(columns.time) && (has_time || !columns.time_may_be_missing))
        wanted.push_back(columns.time);
    if (is_by_name(columns.size)) wanted.push_back(columns.size);
    return wanted;
}

std::string advice_for(const std::string& line, char delimiter) {
    const bool is_data = parse_csv_row({.delimiter = delimiter}, line).kind == RowKind::row;
    if (!is_data) return "say which columns to read: time=NAME,size=NAME";
    return "put a header above the rows, timestamp_utc,size_bytes, or number the columns: time=1,size=2";
}

bool begins_with_letter(const std::string& text) {
    return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
}

Diagnostics keys_missing(const SourceLocation& where, const std::string& header, const std::string& column) {
    Diagnostic fault{.code = "keys-missing",
                     .where = where,
                     .what = "the trace has no column " + firn::quoted(column) +
                             ", so nobody knows the owners and keys of its files",
                     .expected = "a column of keys: `key`, or the one that --columns key=NAME names",
                     .remedy = std::string{kKeysRemedy}};
    show_part(fault, header, header);
    return failure(std::move(fault));
}

/// Without a header: times only where the columns say so.
std::size_t numbered_time(const TraceColumns& columns) {
    return is_column_number(columns.time) ? position_of(columns.time) : CsvLayout::kNone;
}

}  // namespace

Result<TableHeader> read_table_header(const std::string& path, const FirstLine& first,
                                      const TraceColumns& columns, char delimiter) {
    const std::vector<std::string> names = csv_header(first.line, delimiter);
    const std::vector<std::string> wanted = wanted_names(columns, names);
    TableHeader header{.layout = {.time = numbered_time(columns), .size = 0, .delimiter = delimiter}};
    if (is_column_number(columns.size)) header.layout.size = position_of(columns.size);
    if (wanted.empty()) {
        const std::size_t size = header.layout.size;
        header.is_row = size >= names.size() || !begins_with_letter(names[size]);
        return header;
    }
    const auto found = find_columns(first.line, wanted, {.file = path, .line = first.number},
                                    advice_for(first.line, delimiter), delimiter);
    if (!found) return found.error();
    std::size_t next = 0;
    if (is_by_name(columns.time) && wanted.front() == columns.time) header.layout.time = (*found)[next++];
    if (is_by_name(columns.size)) header.layout.size = (*found)[next];
    return header;
}

Result<std::size_t> find_key_column(const std::string& path, const FirstLine& first,
                                    const TraceColumns& columns, char delimiter) {
    if (is_column_number(columns.key)) return position_of(columns.key);
    const std::vector<std::string> names = csv_header(first.line, delimiter);
    const SourceLocation where{.file = path, .line = first.number};
    if (std::find(names.begin(), names.end(), columns.key) == names.end())
        return keys_missing(where, first.line, columns.key);
    const std::vector<std::string> wanted{columns.key};
    const auto found = find_columns(first.line, wanted, where, "leave one of them", delimiter);
    if (!found) return found.error();
    return found->front();
}

}  // namespace firn::io
