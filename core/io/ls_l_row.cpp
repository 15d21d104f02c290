#include "core/io/csv_line.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/long_listing.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

namespace {

/// The name of a folder above its files, or the blocks that they take ("total 12", in any language).
bool is_head(std::string_view line) {
    if (line.ends_with(':')) return true;
    const std::size_t blank = line.rfind(' ');
    if (blank == std::string_view::npos || blank == 0) return false;
    const bool ends_in_number =
        line.find_first_not_of("0123456789.,KMGTPEkB", blank + 1) == std::string_view::npos;
    return ends_in_number && line.find(' ') == blank;
}

TraceRow head_row(std::string_view line) {
    TraceRow head{.kind = RowKind::not_a_row};
    if (line.ends_with(':')) head.key = line.substr(0, line.size() - 1);
    return head;
}

}  // namespace

TraceRow parse_ls_l_row(std::string_view line) {
    if (trimmed(line).empty()) return {.kind = RowKind::not_a_row};
    const LongLine parts = split_long_line(line);
    if (parts.mode.empty()) {
        return is_head(line) ? head_row(line) : bad_row(RowKind::row_not_readable, line);
    }
    if (parts.mode.front() == 'd') return left_out(Remark::folder);
    if (parts.mode.front() == 'l') return left_out(Remark::link);
    if (parts.mode.front() != '-') return left_out(Remark::special_file);
    if (parts.time.empty()) return bad_row(RowKind::time_not_readable, line);
    TraceRow row;
    set_clock_time(row, parts.time);
    set_size(row, parts.size);
    row.key = parts.name;
    return row;
}

}  // namespace firn::io
