#include "core/io/trace_format.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/first_line.hpp"
#include "core/io/trace_row.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace firn::io {

namespace {

constexpr std::array<std::pair<TraceFormat, std::string_view>, 4> kNames{
    {{TraceFormat::csv, "csv"},
     {TraceFormat::find, "find"},
     {TraceFormat::aws_s3_ls, "aws-s3-ls"},
     {TraceFormat::monthly, "monthly"}}};

bool is_monthly_header(std::string_view line) {
    const std::vector<std::string> names = csv_header(line);
    return std::all_of(kMonthlyColumns.begin(), kMonthlyColumns.end(), [&names](std::string_view column) {
        return std::find(names.begin(), names.end(), column) != names.end();
    });
}

bool is_s3_folder(std::string_view line) { return trimmed(line).starts_with("PRE "); }

Diagnostics columns_not_readable(std::string_view text) {
    return failure({.code = "columns-not-readable",
                    .what = "\"" + std::string{text} + "\" does not say which column is which",
                    .expected = "time=NAME,size=NAME with the names of the header, one or both",
                    .remedy = "for example time=uploaded_at,size=bytes"});
}

}  // namespace

std::string_view name_of(TraceFormat format) {
    return std::find_if(kNames.begin(), kNames.end(),
                        [format](const auto& entry) { return entry.first == format; })
        ->second;
}

std::optional<TraceFormat> trace_format_named(std::string_view name) {
    const auto* entry =
        std::find_if(kNames.begin(), kNames.end(), [name](const auto& e) { return e.second == name; });
    return entry == kNames.end() ? std::nullopt : std::optional{entry->first};
}

TraceFormat format_of_line(std::string_view line) {
    if (is_s3_folder(line) || parse_aws_s3_ls_row(line).kind == RowKind::row) return TraceFormat::aws_s3_ls;
    if (parse_find_row(line).kind == RowKind::row) return TraceFormat::find;
    return is_monthly_header(line) ? TraceFormat::monthly : TraceFormat::csv;
}

Result<TraceFormat> recognise_trace_format(const std::string& path) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    return format_of_line(first->line);
}

Result<TraceColumns> parse_trace_columns(std::string_view text) {
    TraceColumns columns;
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
    }
    if (columns.time == columns.size) return columns_not_readable(text);
    return columns;
}

}  // namespace firn::io
