#include "core/io/csv_line.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

TraceRow parse_rclone_lsl_row(std::string_view line) {
    if (trimmed(line).empty()) return left_out(Remark::blank_line);
    std::string_view rest = trimmed(line);
    const std::string_view size = take_word(rest);
    const std::string_view date = take_word(rest);
    const std::string_view clock = take_word(rest);
    if (clock.empty()) return bad_row(RowKind::field_missing, rest);
    TraceRow row;
    set_clock_time(row, from_to(date, clock));
    set_size_if_known(row, size);
    row.key = rest;
    return row;
}

}  // namespace firn::io
