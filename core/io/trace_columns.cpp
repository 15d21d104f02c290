#include "core/io/trace_columns.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/whole_number.hpp"
#include "core/units/utf8_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace firn::io {

namespace {

Diagnostics columns_not_readable(std::string_view text) {
    return failure({.code = "columns-not-readable",
                    .what = firn::quoted(text) + " does not say which column is which",
                    .expected =
                        "time=NAME,size=NAME with names of the header or numbers from 1, one or both; "
                        "time=none for files without times",
                    .remedy = "for example time=uploaded_at,size=bytes or time=1,size=3"});
}

}  // namespace

bool is_column_number(std::string_view column) {
    constexpr std::size_t kMostDigits = 4;
    return !column.empty() && column.size() <= kMostDigits && column != "0" &&
           std::all_of(column.begin(), column.end(), is_digit);
}

Result<TraceColumns> parse_trace_columns(std::string_view text) {
    TraceColumns columns;
    columns.time_may_be_missing = true;
    const std::array<std::pair<std::string_view, std::string*>, 3> known{
        {{"time", &columns.time}, {"size", &columns.size}, {"key", &columns.key}}};
    CsvCursor parts{text};
    for (CsvField part = parts.next(); part.fault == FieldFault::none; part = parts.next()) {
        const std::size_t equals = std::min(part.text.find('='), part.text.size());
        const auto* const column = std::find_if(known.begin(), known.end(), [&](const auto& entry) {
            return entry.first == trimmed(part.text.substr(0, equals));
        });
        const std::string_view name = trimmed(part.text.substr(std::min(equals + 1, part.text.size())));
        if (column == known.end() || name.empty()) return columns_not_readable(text);
        *column->second = name;
        if (column->first == "time") columns.time_may_be_missing = false;
    }
    if (columns.time == columns.size) return columns_not_readable(text);
    if (columns.time == "none") columns.time.clear();
    return columns;
}

}  // namespace firn::io
