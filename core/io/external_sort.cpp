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
struct SortPlan {
    std::string folder;
    std::size_t rows_of_run = 0;  ///< rows and as much room for sorting them
    std::size_t buffer_rows = 0;  ///< of each run of a merge
    std::size_t most_runs = 0;    ///< of a merge
    Ties ties = Ties::keep_order;
};

SortPlan plan_of(const SortOptions& options) {
    constexpr std::size_t kUsualBuffer = (std::size_t{64} << 10) / sizeof(SortRow);
    const std::size_t rows =
        static_cast<std::size_t>(std::max<std::int64_t>(options.memory.count(), 0)) / sizeof(SortRow);
    SortPlan plan{.folder = options.folder.empty() ? "/tmp" : options.folder, .ties = options.ties};
    plan.rows_of_run = std::clamp(rows / 2, kFewestRowsAtOnce, kMostRowsOfRun);
    plan.buffer_rows = std::clamp(rows / 8, kFewestRowsAtOnce, kUsualBuffer);
    // One more buffer is that of the output.
    plan.most_runs = std::max<std::size_t>(rows / plan.buffer_rows, 3) - 1;
    return plan;
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

Result<bool> spill(SortedRows& all, std::vector<SortRow>& rows, const SortPlan& plan) {
    if (!all.file) {
        Result<ScratchFile> file = ScratchFile::create(plan.folder);
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
Result<SortedRows> read_runs(const TraceSource& source, const SortPlan& plan) {
    SortedRows all;
    std::vector<SortRow> rows;
    std::vector<SortRow> spare;
    TraceBlock block;
    for (;;) {
        const Result<bool> more = source(block);
        if (!more) return more.error();
        if (!*more) break;
        for (std::size_t i = 0; i < block.rows(); ++i) {
            if (rows.size() == plan.rows_of_run) {
                sort_rows(rows, spare, plan.ties);
                const Result<bool> spilled = spill(all, rows, plan);
                if (!spilled) return spilled.error();
            }
            rows.push_back({block.times[i], block.sizes[i]});
        }
    }
    sort_rows(rows, spare, plan.ties);
    if (all.runs.empty()) {
        all.in_memory = std::move(rows);
    } else if (const Result<bool> spilled = spill(all, rows, plan); !spilled) {
        return spilled.error();
    }
    return all;
}

/// Merges some runs into one, which goes to the end of `merged`.
Result<bool> merge_into(SortedRows& merged, std::shared_ptr<const ScratchFile> from,
                        std::span<const SortedRun> runs, const SortPlan& plan) {
    const std::int64_t first = merged.runs.empty() ? 0 : merged.runs.back().first + merged.runs.back().rows;
    merged.runs.push_back({.first = first, .rows = 0});
    RunMerge merge{std::move(from), runs, plan.buffer_rows, plan.ties};
    std::vector<SortRow> rows(plan.buffer_rows);
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
Result<SortedRows> merge_neighbours(const SortedRows& all, const SortPlan& plan) {
    Result<ScratchFile> file = ScratchFile::create(plan.folder);
    if (!file) return file.error();
    SortedRows merged{.in_memory = {}, .file = std::make_shared<ScratchFile>(std::move(*file)), .runs = {}};
    std::span<const SortedRun> left{all.runs};
    while (!left.empty()) {
        const std::size_t runs = std::min(plan.most_runs, left.size());
        const Result<bool> done = merge_into(merged, all.file, left.first(runs), plan);
        if (!done) return done.error();
        left = left.subspan(runs);
    }
    return merged;
}

/// Reads and sorts until at most `most_runs` runs are left; zero: as many as one merge takes.
Result<SortedRows> sort_all(const TraceSource& source, const SortOptions& options, std::size_t most_runs) {
    const SortPlan plan = plan_of(options);
    Result<SortedRows> all = read_runs(source, plan);
    while (all && all->runs.size() > (most_runs == 0 ? plan.most_runs : most_runs)) {
        all = merge_neighbours(*all, plan);
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

TraceSource rows_of(const std::shared_ptr<const SortedRows>& all, const SortPlan& plan) {
    if (!all->file) return rows_in_memory(all);
    auto merge = std::make_shared<RunMerge>(all->file, all->runs, plan.buffer_rows, plan.ties);
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
    Result<SortedRows> all = sort_all(rows, options, 0);
    if (!all) return all.error();
    return rows_of(std::make_shared<const SortedRows>(std::move(*all)), plan_of(options));
}

workload::Trace sorted_trace(workload::Trace trace, SortOptions options) {
    workload::Trace result{.name = trace.name, .open = {}};
    auto kept = std::make_shared<std::shared_ptr<const SortedRows>>();
    result.open = [trace = std::move(trace), options = std::move(options), kept]() -> Result<TraceSource> {
        if (!*kept) {
            const Result<TraceSource> rows = trace.open();
            if (!rows) return rows.error();
            Result<SortedRows> all = sort_all(*rows, options, 1);
            if (!all) return all.error();
            *kept = std::make_shared<const SortedRows>(std::move(*all));
        }
        return rows_of(*kept, plan_of(options));
    };
    return result;
}

}  // namespace firn::io
