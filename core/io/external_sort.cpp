#include "core/io/external_sort.hpp"

#include "core/io/row_sort.hpp"
#include "core/io/run_merge.hpp"
#include "core/io/scratch_file.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace firn::io {

namespace {

using workload::TraceBlock;
using workload::TraceSource;

constexpr std::size_t kFewestRowsAtOnce = 16;
constexpr std::size_t kMostRowsOfRun = std::size_t{1} << 31;  ///< they are counted in 32 bits

/// How the bound on memory is spent.
struct SortBounds {
    std::size_t rows_of_run;  ///< rows and as much room for sorting them
    std::size_t buffer_rows;  ///< of each run of a merge
    std::size_t most_runs;    ///< of a merge
};

SortBounds bounds_of(Bytes memory) {
    constexpr std::size_t kUsualBuffer = (std::size_t{64} << 10) / sizeof(SortRow);
    const std::size_t rows =
        static_cast<std::size_t>(std::max<std::int64_t>(memory.count(), 0)) / sizeof(SortRow);
    SortBounds bounds{};
    bounds.rows_of_run = std::clamp(rows / 2, kFewestRowsAtOnce, kMostRowsOfRun);
    bounds.buffer_rows = std::clamp(rows / 8, kFewestRowsAtOnce, kUsualBuffer);
    // One more buffer is that of the output.
    bounds.most_runs = std::max<std::size_t>(rows / bounds.buffer_rows, 3) - 1;
    return bounds;
}

/// All rows of a trace: in memory, or as sorted runs of a file.
struct SortedRows {
    std::vector<SortRow> in_memory;
    std::shared_ptr<ScratchFile> file;
    std::vector<SortedRun> runs;
};

void append_to(TraceBlock& block, std::span<const SortRow> rows) {
    for (const SortRow& row : rows) {
        block.times.push_back(row.time);
        block.sizes.push_back(row.size);
    }
}

Result<bool> spill(SortedRows& all, std::vector<SortRow>& rows, const std::string& folder) {
    if (!all.file) {
        Result<ScratchFile> file = ScratchFile::create(folder);
        if (!file) return file.error();
        all.file = std::make_shared<ScratchFile>(std::move(*file));
    }
    const auto row_bytes = static_cast<std::int64_t>(sizeof(SortRow));
    all.runs.push_back(
        {.first = all.file->size().count() / row_bytes, .rows = static_cast<std::int64_t>(rows.size())});
    Result<bool> written = all.file->append(std::as_bytes(std::span{rows}));
    rows.clear();
    return written;
}

/// Reads all rows, in runs of as many as the memory holds.
Result<SortedRows> read_runs(const TraceSource& source, const SortBounds& bounds, const std::string& folder) {
    SortedRows all;
    std::vector<SortRow> rows;
    std::vector<SortRow> spare;
    TraceBlock block;
    for (;;) {
        const Result<bool> more = source(block);
        if (!more) return more.error();
        if (!*more) break;
        for (std::size_t i = 0; i < block.rows(); ++i) {
            if (rows.size() == bounds.rows_of_run) {
                sort_by_time(rows, spare);
                const Result<bool> spilled = spill(all, rows, folder);
                if (!spilled) return spilled.error();
            }
            rows.push_back({block.times[i], block.sizes[i]});
        }
    }
    sort_by_time(rows, spare);
    if (all.runs.empty()) {
        all.in_memory = std::move(rows);
    } else if (const Result<bool> spilled = spill(all, rows, folder); !spilled) {
        return spilled.error();
    }
    return all;
}

/// Merges some runs into one, which goes to the end of `merged`.
Result<bool> merge_into(SortedRows& merged, std::shared_ptr<const ScratchFile> from,
                        std::span<const SortedRun> runs, std::size_t buffer_rows) {
    const std::int64_t first = merged.runs.empty() ? 0 : merged.runs.back().first + merged.runs.back().rows;
    merged.runs.push_back({.first = first, .rows = 0});
    RunMerge merge{std::move(from), runs, buffer_rows};
    std::vector<SortRow> rows(buffer_rows);
    for (;;) {
        const Result<std::size_t> n = merge.read(rows);
        if (!n) return n.error();
        if (*n == 0) return true;
        merged.runs.back().rows += static_cast<std::int64_t>(*n);
        const Result<bool> written = merged.file->append(std::as_bytes(std::span{rows}.first(*n)));
        if (!written) return written;
    }
}

/// One pass over the file: neighbouring runs become one, as many at a time as the memory allows.
Result<SortedRows> merge_neighbours(const SortedRows& all, const SortBounds& bounds,
                                    const std::string& folder) {
    Result<ScratchFile> file = ScratchFile::create(folder);
    if (!file) return file.error();
    SortedRows merged{.in_memory = {}, .file = std::make_shared<ScratchFile>(std::move(*file)), .runs = {}};
    std::span<const SortedRun> left{all.runs};
    while (!left.empty()) {
        const std::size_t runs = std::min(bounds.most_runs, left.size());
        const Result<bool> done = merge_into(merged, all.file, left.first(runs), bounds.buffer_rows);
        if (!done) return done.error();
        left = left.subspan(runs);
    }
    return merged;
}

/// Reads and sorts until at most `most_runs` runs are left; zero: as many as one merge takes.
Result<SortedRows> sort_rows(const TraceSource& source, const SortOptions& options, std::size_t most_runs) {
    const SortBounds bounds = bounds_of(options.memory);
    const std::string folder = options.folder.empty() ? "/tmp" : options.folder;
    Result<SortedRows> all = read_runs(source, bounds, folder);
    while (all && all->runs.size() > (most_runs == 0 ? bounds.most_runs : most_runs)) {
        all = merge_neighbours(*all, bounds, folder);
    }
    return all;
}

TraceSource rows_in_memory(std::shared_ptr<const SortedRows> all) {
    return [all = std::move(all), next = std::size_t{0}](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        const std::size_t rows = std::min(workload::kFilesPerBlock, all->in_memory.size() - next);
        append_to(block, std::span{all->in_memory}.subspan(next, rows));
        next += rows;
        return rows > 0;
    };
}

TraceSource rows_of(const std::shared_ptr<const SortedRows>& all, std::size_t buffer_rows) {
    if (!all->file) return rows_in_memory(all);
    auto merge = std::make_shared<RunMerge>(all->file, all->runs, buffer_rows);
    return [merge, read = std::vector<SortRow>(workload::kFilesPerBlock)](
               TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        const Result<std::size_t> rows = merge->read(read);
        if (!rows) return rows.error();
        append_to(block, std::span{read}.first(*rows));
        return *rows > 0;
    };
}

}  // namespace

Result<TraceSource> sorted(const TraceSource& rows, const SortOptions& options) {
    Result<SortedRows> all = sort_rows(rows, options, 0);
    if (!all) return all.error();
    return rows_of(std::make_shared<const SortedRows>(std::move(*all)),
                   bounds_of(options.memory).buffer_rows);
}

workload::Trace sorted_trace(workload::Trace trace, SortOptions options) {
    workload::Trace result{.name = trace.name, .open = {}};
    auto kept = std::make_shared<std::shared_ptr<const SortedRows>>();
    result.open = [trace = std::move(trace), options = std::move(options), kept]() -> Result<TraceSource> {
        if (!*kept) {
            const Result<TraceSource> rows = trace.open();
            if (!rows) return rows.error();
            Result<SortedRows> all = sort_rows(*rows, options, 1);
            if (!all) return all.error();
            *kept = std::make_shared<const SortedRows>(std::move(*all));
        }
        return rows_of(*kept, bounds_of(options.memory).buffer_rows);
    };
    return result;
}

}  // namespace firn::io
