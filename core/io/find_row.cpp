#include "core/io/csv_line.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

TraceRow parse_find_row(std::string_view line) {
    if (trimmed(line).empty()) return left_out(Remark::blank_line);
    std::string_view rest = line;
    const std::string_view time = take_word(rest);
    const std::string_view size = take_word(rest);
    if (size.empty()) return bad_row(RowKind::field_missing, rest);
    TraceRow row;
    set_seconds(row, time);
    set_size(row, size);
    row.key = rest;
    return row;
}

}  // namespace firn::io
