#include "core/io/csv_line.hpp"
#include "core/io/listing_row.hpp"
#include "core/io/row_fields.hpp"

namespace firn::io {

namespace {

bool is_total(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.starts_with("Total Objects:") || text.starts_with("Total Size:");
}

}  // namespace

TraceRow parse_aws_s3_ls_row(std::string_view line) {
    if (trimmed(line).empty() || is_total(line)) return {.kind = RowKind::not_a_row};
    std::string_view rest = line;
    const std::string_view date = take_word(rest);
    const std::string_view clock = take_word(rest);
    const std::string_view size = take_word(rest);
    if (size.empty()) return bad_row(RowKind::field_missing, rest);
    constexpr std::size_t kTimeLength = std::string_view{"2013-03-05 07:30:15"}.size();
    const std::string_view time = from_to(date, clock);
    if (time.size() != kTimeLength) return bad_row(RowKind::time_not_readable, time);
    TraceRow row;
    set_clock_time(row, time);
    set_size(row, size);
    row.key = rest;
    return row;
}

}  // namespace firn::io
