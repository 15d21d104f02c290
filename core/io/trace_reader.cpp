#include "core/io/trace_reader.hpp"

#include "core/io/coarse_times.hpp"
#include "core/io/first_line.hpp"
#include "core/io/folder_scan.hpp"
#include "core/io/format_choice.hpp"
#include "core/io/inventory.hpp"
#include "core/io/json_listing.hpp"
#include "core/io/keys_missing.hpp"
#include "core/io/read_ahead.hpp"
#include "core/io/table_header.hpp"
#include "core/io/trace_stream.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace firn::io {

namespace {

/// Rows that are there from the first line on, as if it had not been read.
void put_back(FirstLine& first) {
    const std::string_view read = first.blocks.text().substr(0, first.next);
    first.next = read.substr(0, read.size() - 1).rfind('\n') + 1;
    --first.number;
}

Backwards backwards_in(TraceFormat format, const TraceOptions& options) {
    if (is_listing(format)) return Backwards::usual;
    switch (options.order) {
        case RowOrder::given:
            return Backwards::refused;
        case RowOrder::sorted:
            return Backwards::counted;
        case RowOrder::any:
            return Backwards::usual;
    }
    return Backwards::refused;
}

Result<TableHeader> read_header(const std::string& path, const FirstLine& first, TraceFormat format,
                                const TraceOptions& options) {
    const char delimiter = format == TraceFormat::tsv ? '\t' : ',';
    Result<TableHeader> header = read_table_header(path, first, options.columns, delimiter);
    if (!header || !options.file_columns.any()) return header;
    const auto key = find_key_column(path, first, options.columns, delimiter);
    if (!key) return key.error();
    header->layout.key = *key;
    return header;
}

/// A trace of lines, in the order of the file.
Result<OpenedTrace> open_lines(const std::string& path, TraceFormat format, const TraceOptions& options,
                               std::shared_ptr<ReadingTally> tally) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    TableHeader header{.layout = {}, .is_row = true};
    if (is_table(format)) {
        auto found = read_header(path, *first, format, options);
        if (!found) return found.error();
        header = *found;
    }
    if (header.is_row) put_back(*first);
    TraceStart start{.blocks = std::move(first->blocks),
                     .format = format,
                     .layout = header.layout,
                     .columns = options.file_columns,
                     .backwards = backwards_in(format, options),
                     .next = first->next,
                     .line = first->number + 1};
    OpenedTrace opened{.format = format, .rows = {}, .has_times = header.layout.time != CsvLayout::kNone};
    if (is_table(format)) opened.notes = coarse_times_note(path, start);
    opened.rows = [stream = std::make_shared<TraceStream>(std::move(start), std::move(tally))](
                      workload::TraceBlock& block) { return stream->read(block); };
    return opened;
}

/// A listing in JSON, in the order of the file.
Result<OpenedTrace> open_json(const std::string& path, TraceFormat format,
                              const workload::FileColumns& columns, std::shared_ptr<ReadingTally> tally) {
    Result<ByteStream> bytes = ByteStream::open(path);
    if (!bytes) return bytes.error();
    OpenedTrace opened{.format = format};
    const auto listing =
        std::make_shared<JsonListing>(JsonScanner{std::move(*bytes)}, format, std::move(tally), columns);
    opened.rows = [listing](workload::TraceBlock& block) { return listing->read(block); };
    return opened;
}

/// The same rows; at their end `finish` is called once.
workload::TraceSource and_then(workload::TraceSource rows, std::function<void()> finish) {
    return [rows = std::move(rows), finish = std::move(finish)](workload::TraceBlock& block) mutable {
        Result<bool> more = rows(block);
        if (more && !*more && finish) std::exchange(finish, nullptr)();
        return more;
    };
}

Diagnostics keys_missing(const std::string& path) {
    return failure(
        {.code = "keys-missing",
         .where = {.file = path},
         .what = "the inventory has no column Key, so nobody knows the owners and keys of its files",
         .expected = "a fileSchema with Key",
         .remedy = std::string{kKeysRemedy}});
}

Result<OpenedTrace> open_s3_inventory(const std::string& path, const workload::FileColumns& columns,
                                      std::shared_ptr<ReadingTally> tally) {
    Result<Inventory> inventory = open_inventory(path);
    if (!inventory) return inventory.error();
    if (columns.any() && !inventory->layout.key) return keys_missing(path);
    OpenedTrace opened{.format = TraceFormat::s3_inventory};
    const auto met = std::make_shared<InventoryTally>();
    opened.rows =
        and_then(inventory_rows(std::move(*inventory), met, columns), [met, tally = std::move(tally)] {
            tally->count(Remark::old_version, 0, met->old_versions);
            tally->count(Remark::delete_marker, 0, met->delete_markers);
        });
    return opened;
}

Result<OpenedTrace> open_folder(const std::string& path, const TraceOptions& options,
                                std::shared_ptr<ReadingTally> tally) {
    const auto met = std::make_shared<ScanTally>();
    auto rows = scan_folder(path, options.scan_threads, met, options.file_columns);
    if (!rows) return rows.error();
    OpenedTrace opened{.format = TraceFormat::folder};
    opened.rows = and_then(std::move(*rows), [met, tally = std::move(tally)] {
        tally->count(Remark::link, 0, met->links + met->other_names);
        tally->count(Remark::special_file, 0, met->special_files);
        tally->count(Remark::not_readable, 0, met->not_readable);
        for (const auto& [name, why] : met->first_not_readable)
            tally->show(Remark::not_readable, fmt::format("{} ({})", printable(name), why));
        tally->count(Remark::vanished, 0, met->vanished);
        tally->count(Remark::foreign_time, 0, met->foreign_times);
    });
    return opened;
}

/// Reads to the end, for what is counted on the way.
Result<bool> read_rest(const workload::TraceSource& rows) {
    workload::TraceBlock block;
    Result<bool> more = rows(block);
    while (more && *more)
        more = rows(block);
    return more;
}

/// The same rows; an error instead of the first block with which something was left out or guessed. It does
/// not wait for the end, which need not be asked for; the rest is read only to be counted too.
workload::TraceSource strictly(workload::TraceSource rows, std::string path,
                               std::shared_ptr<const ReadingTally> tally) {
    return [rows = std::move(rows), path = std::move(path),
            tally = std::move(tally)](workload::TraceBlock& block) -> Result<bool> {
        Result<bool> more = rows(block);
        if (!more || !tally->any()) return more;
        if (*more) more = read_rest(rows);
        if (!more) return more;
        return remarks_on(path, *tally, Severity::error);
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

Result<OpenedTrace> open_file(const std::string& path, const TraceOptions& options,
                              std::shared_ptr<ReadingTally> tally) {
    const Result<TraceFormat> format = format_of_file(path, options);
    if (!format) return format.error();
    if (is_json(*format)) return open_json(path, *format, options.file_columns, std::move(tally));
    return open_lines(path, *format, options, std::move(tally));
}

/// Whether this is what a path is read as that could be of this kind.
bool is_read_as(TraceFormat kind, const TraceOptions& options) {
    return options.format.value_or(kind) == kind;
}

Result<OpenedTrace> open_any(const std::string& path, const TraceOptions& options,
                             std::shared_ptr<ReadingTally> tally) {
    if (is_inventory(path) && is_read_as(TraceFormat::s3_inventory, options))
        return open_s3_inventory(path, options.file_columns, std::move(tally));
    if (is_folder(path) && is_read_as(TraceFormat::folder, options))
        return open_folder(path, options, std::move(tally));
    return open_file(path, options, std::move(tally));
}

Diagnostics as_errors(Diagnostics notes) {
    for (Diagnostic& note : notes)
        note.severity = Severity::error;
    return notes;
}

/// In the order of the file.
Result<OpenedTrace> open_as_it_is(const std::string& path, const TraceOptions& options) {
    const auto tally = std::make_shared<ReadingTally>();
    Result<OpenedTrace> opened = open_any(path, options, tally);
    if (!opened) return opened.error();
    if (options.strict) {
        if (!opened->notes.empty()) return as_errors(opened->notes);
        opened->rows = strictly(std::move(opened->rows), path, tally);
    }
    opened->tally = tally;
    return opened;
}

/// The files of a folder come as the threads find them.
SortOptions sort_options(TraceFormat format, const TraceOptions& options) {
    SortOptions sort = options.sort;
    sort.columns = options.file_columns;
    if (format == TraceFormat::folder) sort.ties = Ties::by_size;
    return sort;
}

bool is_sorted_on_reading(const OpenedTrace& opened, const TraceOptions& options) {
    if (!opened.has_times || options.order == RowOrder::any) return false;
    return is_listing(opened.format) || options.order == RowOrder::sorted;
}

}  // namespace

Result<OpenedTrace> open_trace(const std::string& path, const TraceOptions& options) {
    Result<OpenedTrace> opened = open_as_it_is(path, options);
    if (opened && is_sorted_on_reading(*opened, options))
        opened->rows = sorted_on_reading(std::move(opened->rows), sort_options(opened->format, options));
    return opened;
}

Result<OrderedTrace> order_trace(const std::string& path, const TraceOptions& options) {
    Result<OpenedTrace> first = open_as_it_is(path, options);
    if (!first) return first.error();
    OrderedTrace ordered{.format = first->format, .has_times = first->has_times, .notes = first->notes};
    ordered.tally = std::make_shared<LatestTally>();
    const auto open = [path, options, tally = ordered.tally]() -> Result<workload::TraceSource> {
        Result<OpenedTrace> opened = open_as_it_is(path, options);
        if (!opened) return opened.error();
        tally->of = opened->tally;
        if (!options.read_ahead) return std::move(opened->rows);
        const auto handed_out = std::make_shared<ReadingTally>();
        tally->of = handed_out;
        return read_ahead(std::move(opened->rows), {opened->tally, handed_out});
    };
    ordered.trace = {.name = path, .open = open};
    if (is_sorted_on_reading(*first, options))
        ordered.trace = sorted_trace(std::move(ordered.trace), sort_options(first->format, options));
    return ordered;
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
