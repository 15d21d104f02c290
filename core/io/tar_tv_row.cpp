#include "core/io/csv_line.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/long_listing.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

namespace {

/// What is in the archive under this letter, if it is no file.
Remarks none_of_ours(char type) {
    if (type == 'd') return remarks_of(Remark::folder);
    if (type == 'l' || type == 'h') return remarks_of(Remark::link);  // 'h': the same file under another name
    if (type == '-' || type == 'C') return 0;                         // 'C': stored in one piece
    return remarks_of(Remark::special_file);
}

}  // namespace

TraceRow parse_tar_tv_row(std::string_view line) {
    if (trimmed(line).empty()) return left_out(Remark::blank_line);
    const LongLine parts = split_long_line(line);
    if (parts.mode.empty()) return bad_row(RowKind::row_not_readable, line);
    if (const Remarks remarks = none_of_ours(parts.mode.front()); remarks != 0)
        return {.kind = RowKind::left_out, .remarks = remarks};
    if (parts.time.empty()) return bad_row(RowKind::time_not_readable, line);
    TraceRow row;
    set_clock_time(row, parts.time);
    set_size(row, parts.size);
    row.key = parts.name;
    return row;
}

}  // namespace firn::io
