#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <string_view>

namespace firn::io {

/// What a line of a trace turned out to be.
enum class RowKind {
    row,
    not_a_row,  ///< a blank line, the totals below a listing
    field_missing,
    quote_not_closed,
    time_not_readable,
    time_out_of_range,
    size_not_a_number,
    size_negative,
    size_too_large,
};

/// A line of a trace, read.
struct TraceRow {
    RowKind kind = RowKind::row;
    Instant time{};
    Bytes size{};
    /// The part of the line that makes it a bad row.
    std::string_view fault{};
};

/// Which columns of a CSV trace hold what, counted from zero.
struct CsvLayout {
    std::size_t time = 0;
    std::size_t size = 1;
    /// Quotes are looked for in the other columns too; when the text has none, this may be false.
    bool may_have_quotes = true;
};

/// The last instant that Firn knows: the end of the year 9999.
inline constexpr Instant kLastInstant{Duration{253'402'300'799'999'999}};

/// A line (without its end) of a CSV trace.
[[nodiscard]] TraceRow parse_csv_row(const CsvLayout& layout, std::string_view line);

/// A line of `find -printf '%T@ %s %p\n'`: "1362441600.1234567890 25000 photos/a b.jpg".
[[nodiscard]] TraceRow parse_find_row(std::string_view line);

/// A line of `aws s3 ls --recursive`: "2013-03-05 07:30:15      25000 photos/a b.jpg".
[[nodiscard]] TraceRow parse_aws_s3_ls_row(std::string_view line);

}  // namespace firn::io
