#include "core/io/trace_reader.hpp"

#include "core/io/csv_columns.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/first_line.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/trace_stream.hpp"
#include "core/io/whole_number.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

namespace firn::io {

namespace {

Diagnostics mismatch(const std::string& path, const FirstLine& first, TraceFormat asked, TraceFormat found) {
    Diagnostic fault{
        .code = "format-mismatch",
        .where = {.file = path, .line = first.number},
        .what = fmt::format("this does not read as {} but as {}", name_of(asked), name_of(found)),
        .remedy = fmt::format("name the format {}, or none: it is recognised", name_of(found))};
    show_part(fault, first.line, first.line);
    return failure(std::move(fault));
}

Diagnostics totals_for_trace(const std::string& path, const FirstLine& first) {
    Diagnostic fault{.code = "format-mismatch",
                     .where = {.file = path, .line = first.number},
                     .what = "these are monthly totals, not a trace of single files",
                     .remedy = "name the file as monthly totals in a scenario: arrivals are then drawn"};
    show_part(fault, first.line, first.line);
    return failure(std::move(fault));
}

bool is_data(std::string_view line) { return parse_csv_row({}, line).kind == RowKind::row; }

/// The format in which to read on, when the first line does not speak against it.
Result<TraceFormat> settle_format(const std::string& path, const FirstLine& first,
                                  const TraceOptions& options) {
    const TraceFormat found = format_of_line(first.line);
    const TraceFormat format = options.format.value_or(found);
    if (format != found &&
        (found != TraceFormat::csv || first.line.find(options.columns.time) != std::string::npos)) {
        return mismatch(path, first, format, found);
    }
    if (format == TraceFormat::monthly) return totals_for_trace(path, first);
    return format;
}

/// Reads the header, which then lies behind.
Result<CsvLayout> read_header(const std::string& path, FirstLine& first, const TraceColumns& columns) {
    const std::array<std::string, 2> wanted{columns.time, columns.size};
    const std::string advice = is_data(first.line) ? "put a header above the rows: timestamp_utc,size_bytes"
                                                   : "say which columns to read: time=NAME,size=NAME";
    const auto found = find_columns(first.line, wanted, {.file = path, .line = first.number}, advice);
    if (!found) return found.error();
    return CsvLayout{.time = (*found)[0], .size = (*found)[1]};
}

/// The rows of a listing begin with its first line.
void put_back(FirstLine& first) {
    const std::string_view read = first.blocks.text().substr(0, first.next);
    first.next = read.substr(0, read.size() - 1).rfind('\n') + 1;
    --first.number;
}

Diagnostic local_times_note(const std::string& path) {
    return {.code = "listing-times-utc",
            .severity = Severity::note,
            .where = {.file = path},
            .what = "the listing does not tell its time zone: its times are read as UTC",
            .remedy = "make the listing with TZ=UTC aws s3 ls --recursive"};
}

/// Times that people's programs count in seconds or milliseconds would all fall into January 1970.
std::optional<Diagnostic> coarse_times_note(const std::string& path, const TraceRow& row) {
    const std::int64_t count = row.time.time_since_epoch().count();
    const bool seconds = count >= 1'000'000'000 && count < 5'000'000'000;
    const bool milliseconds = count >= 1'000'000'000'000 && count < 5'000'000'000'000;
    if (row.kind != RowKind::row || (!seconds && !milliseconds)) return std::nullopt;
    return Diagnostic{.code = "time-looks-coarse",
                      .severity = Severity::warning,
                      .where = {.file = path},
                      .what = fmt::format("the first time, {}, is read as {}; it looks like {} since 1970",
                                          count, to_text(row.time), seconds ? "seconds" : "milliseconds"),
                      .expected = "whole microseconds since 1970",
                      .remedy = fmt::format("append {} zeros to each time", seconds ? 6 : 3)};
}

Diagnostics notes_on(const std::string& path, const TraceStart& start) {
    Diagnostics notes;
    if (start.format == TraceFormat::aws_s3_ls) notes.push_back(local_times_note(path));
    if (start.format != TraceFormat::csv) return notes;
    const std::string_view rest = start.blocks.text().substr(start.next);
    const TraceRow row = parse_csv_row(start.layout, without_line_end(rest.substr(0, rest.find('\n'))));
    if (auto note = coarse_times_note(path, row)) notes.push_back(std::move(*note));
    return notes;
}

}  // namespace

Result<OpenedTrace> open_trace(const std::string& path, const TraceOptions& options) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    const Result<TraceFormat> format = settle_format(path, *first, options);
    if (!format) return format.error();
    CsvLayout layout;
    if (*format == TraceFormat::csv) {
        const Result<CsvLayout> header = read_header(path, *first, options.columns);
        if (!header) return header.error();
        layout = *header;
    } else {
        put_back(*first);
    }
    TraceStart start{.blocks = std::move(first->blocks),
                     .format = *format,
                     .layout = layout,
                     .next = first->next,
                     .line = first->number + 1};
    OpenedTrace opened{.format = *format, .rows = {}, .notes = notes_on(path, start)};
    opened.rows = [stream = std::make_shared<TraceStream>(std::move(start))](workload::TraceBlock& block) {
        return stream->read(block);
    };
    return opened;
}

workload::Trace trace_in(std::string path, TraceOptions options) {
    workload::Trace trace{.name = path, .open = {}};
    trace.open = [path = std::move(path), options = std::move(options)]() -> Result<workload::TraceSource> {
        Result<OpenedTrace> opened = open_trace(path, options);
        if (!opened) return opened.error();
        return std::move(opened->rows);
    };
    return trace;
}

}  // namespace firn::io
