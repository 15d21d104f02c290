#pragma once

#include "core/io/reading_tally.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <string_view>

namespace firn::io {

/// What a line of a trace turned out to be.
enum class RowKind {
    row,
    not_a_row,  ///< a part of the listing's form: the totals below it, the name of a folder above its files
    left_out,   ///< a row that is none of ours: `TraceRow::remarks` say why
    row_not_readable,
    field_missing,
    quote_not_closed,
    time_not_readable,
    time_out_of_range,
    size_not_a_number,
    size_negative,
    size_too_large,
    key_missing,
};

/// A line of a trace, read.
struct TraceRow {
    RowKind kind = RowKind::row;
    /// Why it is left out, or what was guessed.
    Remarks remarks = 0;
    Instant time{};
    Bytes size{};
    /// As the format writes it (key_text); empty where nobody asks for it. Of a part that is no row: the
    /// folder that it names.
    std::string_view key{};
    /// The part of the line that makes it a bad row.
    std::string_view fault{};
};

/// The last instant that Firn knows: the end of the year 9999.
inline constexpr Instant kLastInstant{Duration{253'402'300'799'999'999}};

}  // namespace firn::io
