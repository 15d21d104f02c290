#pragma once

#include "core/io/trace_row.hpp"

#include <string_view>

namespace firn::io {

// The fields of which the rows of all formats are made. Each sets a part of a row, or makes it a bad one.

[[nodiscard]] inline TraceRow bad_row(RowKind kind, std::string_view fault) {
    return {.kind = kind, .fault = fault};
}

[[nodiscard]] inline TraceRow left_out(Remark remark) {
    return {.kind = RowKind::left_out, .remarks = remarks_of(remark)};
}

/// RFC 3339, whole microseconds since 1970, or date and time of day: "2013-03-05 07:30:15.25" with or without
/// a zone behind it ("+0100", "+01:00", "Z", "UTC"); without one it is read as UTC, with a remark.
void set_time(TraceRow& row, std::string_view text);

/// Date and time of day as listings print them, with or without a zone.
void set_clock_time(TraceRow& row, std::string_view text);

/// Seconds since 1970 with decimals: "1362441600.1234567890".
void set_seconds(TraceRow& row, std::string_view text);

/// Whole bytes. Nothing is done to a bad row.
void set_size(TraceRow& row, std::string_view text);

/// As set_size(), but -1 is a size that the lister did not know: the row is left out.
void set_size_if_known(TraceRow& row, std::string_view text);

/// The text up to the next blank, which is taken off together with the blanks that follow.
[[nodiscard]] std::string_view take_word(std::string_view& rest);

/// Text from the start of one part of a line to the end of another.
[[nodiscard]] inline std::string_view from_to(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace firn::io
