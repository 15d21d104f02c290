#include "core/io/worker_log_reader.hpp"

#include "core/io/bad_rows.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/first_line.hpp"
#include "core/io/worker_log_row.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace firn::io {

namespace {

using workload::Stage;

/// Reads the rows of a log and takes note of what is wrong with them.
class WorkerLogRows {
  public:
    WorkerLogRows(const std::string& path, WorkerLogLayout layout, std::optional<Stage> wanted)
        : layout_{std::move(layout)}, wanted_{wanted}, bad_{path, TraceFormat::csv} {}

    void read(std::size_t number, std::string_view line) {
        if (trimmed(line).empty()) return;
        auto row = parse_worker_log_row(layout_, line);
        if (!row) {
            WorkerLogFault fault = std::move(row).error();
            return bad_.add(std::move(fault.diagnostic), {.line_number = number, .line = line}, fault.part);
        }
        const Stage stage = row->stage.value_or(wanted_.value_or(Stage::fetch));
        if (wanted_ && stage != *wanted_) return;
        row->transfer.line = number;
        log_.of(stage).add(row->transfer);
    }

    [[nodiscard]] Result<workload::WorkerLog> finish() && {
        if (bad_.any()) return bad_.report();
        return std::move(log_);
    }

  private:
    WorkerLogLayout layout_;
    std::optional<Stage> wanted_;
    BadRows bad_;
    workload::WorkerLog log_;
};

Diagnostics notes_on(const std::string& path, const WorkerLogLayout& layout,
                     const WorkerLogOptions& options) {
    if (layout.stage || options.stage) return {};
    return {{.code = "stage-assumed",
             .severity = Severity::note,
             .where = {.file = path},
             .what = "the log does not say what its workers do: its transfers are read as fetches",
             .remedy = "say --stage upload if they are uploads, or give the log a column stage"}};
}

}  // namespace

Result<ReadWorkerLog> read_worker_log(const std::string& path, const WorkerLogOptions& options) {
    Result<FirstLine> first = read_first_line(path);
    if (!first) return first.error();
    auto layout = find_worker_columns(first->line, options.columns, {.file = path, .line = first->number});
    if (!layout) return layout.error();
    Diagnostics notes = notes_on(path, *layout, options);
    WorkerLogRows rows{path, std::move(layout).value(), options.stage};
    const Result<bool> all = for_each_further_line(
        *first, [&rows](std::size_t number, std::string_view line) { rows.read(number, line); });
    if (!all) return all.error();
    auto log = std::move(rows).finish();
    if (!log) return log.error();
    return ReadWorkerLog{std::move(log).value(), std::move(notes)};
}

}  // namespace firn::io
