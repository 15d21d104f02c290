#include "core/io/trace_reader.hpp"

#include "core/io/csv_line.hpp"
#include "core/io/file_head.hpp"
#include "core/io/first_line.hpp"
#include "core/io/json_listing.hpp"
#include "core/io/row_excerpt.hpp"
#include "core/io/table_header.hpp"
#include "core/io/trace_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::io {

namespace {

std::string_view first_line_of(std::string_view head) {
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
        const std::string_view line = without_line_end(head.substr(0, end));
        if (!trimmed(line).empty()) return line;
        head.remove_prefix(end);
    }
    return {};
}

std::size_t line_number_of(std::string_view head, std::string_view line) {
    if (line.data() == nullptr) return 1;
    const std::string_view before = head.substr(0, static_cast<std::size_t>(line.data() - head.data()));
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

Diagnostics mismatch(const std::string& path, std::string_view head, std::string what, std::string remedy) {
    const std::string_view line = first_line_of(head);
    Diagnostic fault{.code = "format-mismatch",
                     .where = {.file = path, .line = line_number_of(head, line)},
                     .what = std::move(what),
                     .remedy = std::move(remedy)};
    show_part(fault, line, line);
    return failure(std::move(fault));
}

/// Whether the text cannot be of the format that was asked for. Of text that nothing is certain about a
/// table's usual header says most.
bool speaks_against(TraceFormat asked, const RecognisedFormat& found, std::string_view head,
                    const TraceOptions& options) {
    if (asked == found.format) return false;
    if (!is_table(found.format)) return true;
    const std::string_view line = first_line_of(head);
    if (!is_table(asked)) return is_json(asked) || line.find(options.columns.time) != std::string_view::npos;
    const bool other_delimiter = line.find(asked == TraceFormat::csv ? ',' : '\t') == std::string_view::npos;
    return found.certain && other_delimiter;
}

/// The format in which to read on, when the first lines do not speak against it.
Result<TraceFormat> settle_format(const std::string& path, std::string_view head,
                                  const TraceOptions& options) {
    const RecognisedFormat found = recognise_text(head);
    const TraceFormat format = options.format.value_or(found.format);
    if (speaks_against(format, found, head, options)) {
        return mismatch(
            path, head,
            fmt::format("this does not read as {} but as {}", name_of(format), name_of(found.format)),
            fmt::format("name the format {}, or none: it is recognised", name_of(found.format)));
    }
    if (format == TraceFormat::monthly) {
        return mismatch(path, head, "these are monthly totals, not a trace of single files",
                        "name the file as monthly totals in a scenario: arrivals are then drawn");
    }
    return format;
}

/// Rows that are there from the first line on, as if it had not been read.
void put_back(FirstLine& first) {
    const std::string_view read = first.blocks.text().substr(0, first.next);
    first.next = read.substr(0, read.size() - 1).rfind('\n') + 1;
    --first.number;
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
    if (!is_table(start.format)) return notes;
    const std::string_view rest = start.blocks.text().substr(start.next);
    const TraceRow row = parse_csv_row(start.layout, without_line_end(rest.substr(0, rest.find('\n'))));
    if (auto note = coarse_times_note(path, row)) notes.push_back(std::move(*note));
    return notes;
}

Backwards backwards_in(TraceFormat format, const TraceOptions& options) {
    if (is_listing(format)) return Backwards::usual;
    return options.order == RowOrder::sorted ? Backwards::counted : Backwards::refused;
}

/// A trace of lines, in the order of the file.
Result<OpenedTrace> open_lines(const std::string& path, TraceFormat format, const TraceOptions& options,
                               std::shared_ptr<ReadingTally> tally) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    TableHeader header{.layout = {}, .is_row = true};
    if (is_table(format)) {
        auto found =
            read_table_header(path, *first, options.columns, format == TraceFormat::tsv ? '\t' : ',');
        if (!found) return found.error();
        header = *found;
    }
    if (header.is_row) put_back(*first);
    TraceStart start{.blocks = std::move(first->blocks),
                     .format = format,
                     .layout = header.layout,
                     .backwards = backwards_in(format, options),
                     .next = first->next,
                     .line = first->number + 1};
    OpenedTrace opened{.format = format, .rows = {}, .has_times = header.layout.time != CsvLayout::kNone};
    opened.notes = notes_on(path, start);
    opened.rows = [stream = std::make_shared<TraceStream>(std::move(start), std::move(tally))](
                      workload::TraceBlock& block) { return stream->read(block); };
    return opened;
}

/// A listing in JSON, in the order of the file.
Result<OpenedTrace> open_json(const std::string& path, TraceFormat format,
                              std::shared_ptr<ReadingTally> tally) {
    Result<ByteStream> bytes = ByteStream::open(path);
    if (!bytes) return bytes.error();
    OpenedTrace opened{.format = format};
    const auto listing =
        std::make_shared<JsonListing>(JsonScanner{std::move(*bytes)}, format, std::move(tally));
    opened.rows = [listing](workload::TraceBlock& block) { return listing->read(block); };
    return opened;
}

/// The same rows; at their end an error when something was left out or guessed.
workload::TraceSource strictly(workload::TraceSource rows, std::string path,
                               std::shared_ptr<const ReadingTally> tally) {
    return [rows = std::move(rows), path = std::move(path),
            tally = std::move(tally)](workload::TraceBlock& block) -> Result<bool> {
        Result<bool> more = rows(block);
        if (more && !*more && tally->any()) return remarks_on(path, *tally, Severity::error);
        return more;
    };
}

/// Sorted when the first block is asked for.
workload::TraceSource sorted_on_reading(workload::TraceSource rows, const SortOptions& options) {
    return [rows = std::move(rows), options,
            sorted_rows = workload::TraceSource{}](workload::TraceBlock& block) mutable -> Result<bool> {
        if (!sorted_rows) {
            auto done = sorted(rows, options);
            if (!done) return done.error();
            sorted_rows = std::move(done).value();
            rows = nullptr;
        }
        return sorted_rows(block);
    };
}

/// In the order of the file.
Result<OpenedTrace> open_as_it_is(const std::string& path, const TraceOptions& options) {
    const Result<std::string> head = read_file_head(path);
    if (!head) return head.error();
    const Result<TraceFormat> format = settle_format(path, *head, options);
    if (!format) return format.error();
    const auto tally = std::make_shared<ReadingTally>();
    Result<OpenedTrace> opened =
        is_json(*format) ? open_json(path, *format, tally) : open_lines(path, *format, options, tally);
    if (!opened) return opened.error();
    if (options.strict) opened->rows = strictly(std::move(opened->rows), path, tally);
    opened->tally = tally;
    return opened;
}

bool is_sorted_on_reading(const OpenedTrace& opened, const TraceOptions& options) {
    return opened.has_times && (is_listing(opened.format) || options.order == RowOrder::sorted);
}

}  // namespace

Result<OpenedTrace> open_trace(const std::string& path, const TraceOptions& options) {
    Result<OpenedTrace> opened = open_as_it_is(path, options);
    if (opened && is_sorted_on_reading(*opened, options))
        opened->rows = sorted_on_reading(std::move(opened->rows), options.sort);
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

bool is_only_out_of_order(const Diagnostics& faults) {
    return has_errors(faults) && std::all_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
               return fault.code == "time-backwards";
           });
}

}  // namespace firn::io
