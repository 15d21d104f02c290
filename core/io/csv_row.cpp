#include "core/io/csv_row.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

namespace {

RowKind kind_of(FieldFault fault) {
    return fault == FieldFault::missing ? RowKind::field_missing : RowKind::quote_not_closed;
}

TraceRow without_field(const CsvField& field, std::string_view line) {
    if (trimmed(line).empty()) return left_out(Remark::blank_line);
    return bad_row(kind_of(field.fault), field.text);
}

/// A quote that stays open in a column that nobody reads would swallow the next rows unseen.
void check_quotes(TraceRow& row, CsvCursor cursor) {
    CsvField field = cursor.next();
    while (field.fault == FieldFault::none)
        field = cursor.next();
    if (field.fault == FieldFault::quote_not_closed) row = bad_row(RowKind::quote_not_closed, field.text);
}

}  // namespace

TraceRow parse_csv_row(const CsvLayout& layout, std::string_view line) {
    CsvCursor cursor{line, layout.delimiter};
    CsvField time;
    CsvField size;
    CsvField key;
    const std::size_t last = layout.last_column();
    for (std::size_t column = 0; column <= last; ++column) {
        const CsvField field = cursor.next();
        if (field.fault != FieldFault::none) return without_field(field, line);
        if (column == layout.time) time = field;
        if (column == layout.size) size = field;
        if (column == layout.key) key = field;
    }
    TraceRow row;
    if (layout.time != CsvLayout::kNone) set_time(row, time.text);
    set_size(row, size.text);
    row.key = key.text;
    if (row.kind != RowKind::row && trimmed(line).empty()) return left_out(Remark::blank_line);
    if (layout.may_have_quotes && row.kind == RowKind::row) check_quotes(row, cursor);
    return row;
}

}  // namespace firn::io
