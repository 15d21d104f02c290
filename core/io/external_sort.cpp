#include "core/io/external_sort.hpp"

#include "core/io/row_sort.hpp"
#include "core/io/run_merge.hpp"
#include "core/io/scratch_file.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
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
    workload::FileColumns columns;
};

template <class Row>
SortPlan plan_of(const SortOptions& options) {
    constexpr std::size_t kUsualBuffer = (std::size_t{64} << 10) / sizeof(Row);
    const std::size_t rows =
        static_cast<std::size_t>(std::max<std::int64_t>(options.memory.count(), 0)) / sizeof(Row);
    SortPlan plan{.folder = options.folder.empty() ? "/tmp" : options.folder,
                  .ties = options.ties,
                  .columns = options.columns};
    plan.rows_of_run = std::clamp(rows / 2, kFewestRowsAtOnce, kMostRowsOfRun);
    plan.buffer_rows = std::clamp(rows / 8, kFewestRowsAtOnce, kUsualBuffer);
    // One more buffer is that of the output.
    plan.most_runs = std::max<std::size_t>(rows / plan.buffer_rows, 3) - 1;
    return plan;
}

/// All rows of a trace: in memory, or as sorted runs of a file.
template <class Row>
struct SortedRows {
    std::vector<Row> in_memory;
    std::shared_ptr<ScratchFile> file;
    std::vector<SortedRun> runs;
};

template <class Row>
constexpr bool kHasKey = std::is_same_v<Row, KeyedSortRow>;

template <class Row>
Row row_of(const TraceBlock& block, std::size_t i) {
    Row row{.time = block.times[i], .size = block.sizes[i]};
    if constexpr (kHasKey<Row>) row.key = file_key_at(block, i);
    return row;
}

template <class Row>
void append_to(TraceBlock& block, std::span<const Row> rows, const workload::FileColumns& columns) {
    for (const Row& row : rows) {
        block.times.push_back(row.time);
        block.sizes.push_back(row.size);
        if constexpr (kHasKey<Row>) append_key(block, row.key, columns);
    }
}

template <class Row>
Result<bool> spill(SortedRows<Row>& all, std::vector<Row>& rows, const SortPlan& plan) {
    if (!all.file) {
        Result<ScratchFile> file = ScratchFile::create(plan.folder);
        if (!file) return file.error();
        all.file = std::make_shared<ScratchFile>(std::move(*file));
    }
    const auto row_bytes = static_cast<std::int64_t>(sizeof(Row));
    all.runs.push_back(
        {.first = all.file->size().count() / row_bytes, .rows = static_cast<std::int64_t>(rows.size())});
    Result<bool> written = all.file->append(std::as_bytes(std::span{rows}));
    rows.clear();
    return written;
}

/// Reads all rows, in runs of as many as the memory holds.
template <class Row>
Result<SortedRows<Row>> read_runs(const TraceSource& source, const SortPlan& plan) {
    SortedRows<Row> all;
    std::vector<Row> rows;
    std::vector<Row> spare;
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
            rows.push_back(row_of<Row>(block, i));
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
template <class Row>
Result<bool> merge_into(SortedRows<Row>& merged, std::shared_ptr<const ScratchFile> from,
                        std::span<const SortedRun> runs, const SortPlan& plan) {
    const std::int64_t first = merged.runs.empty() ? 0 : merged.runs.back().first + merged.runs.back().rows;
    merged.runs.push_back({.first = first, .rows = 0});
    RunMerge<Row> merge{std::move(from), runs, plan.buffer_rows, plan.ties};
    std::vector<Row> rows(plan.buffer_rows);
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
template <class Row>
Result<SortedRows<Row>> merge_neighbours(const SortedRows<Row>& all, const SortPlan& plan) {
    Result<ScratchFile> file = ScratchFile::create(plan.folder);
    if (!file) return file.error();
    SortedRows<Row> merged{
        .in_memory = {}, .file = std::make_shared<ScratchFile>(std::move(*file)), .runs = {}};
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
template <class Row>
Result<SortedRows<Row>> sort_all(const TraceSource& source, const SortOptions& options,
                                 std::size_t most_runs) {
    const SortPlan plan = plan_of<Row>(options);
    Result<SortedRows<Row>> all = read_runs<Row>(source, plan);
    while (all && all->runs.size() > (most_runs == 0 ? plan.most_runs : most_runs)) {
        all = merge_neighbours(*all, plan);
    }
    return all;
}

template <class Row>
TraceSource rows_in_memory(std::shared_ptr<const SortedRows<Row>> all, const workload::FileColumns& columns) {
    return [all = std::move(all), columns, next = std::size_t{0}](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        const std::size_t rows = std::min(workload::kFilesPerBlock, all->in_memory.size() - next);
        append_to(block, std::span{all->in_memory}.subspan(next, rows), columns);
        next += rows;
        return rows > 0;
    };
}

template <class Row>
TraceSource rows_of(const std::shared_ptr<const SortedRows<Row>>& all, const SortPlan& plan) {
    if (!all->file) return rows_in_memory(all, plan.columns);
    auto merge = std::make_shared<RunMerge<Row>>(all->file, all->runs, plan.buffer_rows, plan.ties);
    return [merge, columns = plan.columns,
            read = std::vector<Row>(workload::kFilesPerBlock)](TraceBlock& block) mutable -> Result<bool> {
        block.clear();
        const Result<std::size_t> rows = merge->read(read);
        if (!rows) return rows.error();
        append_to(block, std::span<const Row>{read}.first(*rows), columns);
        return *rows > 0;
    };
}

template <class Row>
Result<TraceSource> sorted_rows(const TraceSource& rows, const SortOptions& options) {
    Result<SortedRows<Row>> all = sort_all<Row>(rows, options, 0);
    if (!all) return all.error();
    return rows_of(std::make_shared<const SortedRows<Row>>(std::move(*all)), plan_of<Row>(options));
}

/// Sorts when it is first opened.
template <class Row>
std::function<Result<TraceSource>()> opening_sorted(workload::Trace trace, SortOptions options) {
    auto kept = std::make_shared<std::shared_ptr<const SortedRows<Row>>>();
    return [trace = std::move(trace), options = std::move(options), kept]() -> Result<TraceSource> {
        if (!*kept) {
            const Result<TraceSource> rows = trace.open();
            if (!rows) return rows.error();
            Result<SortedRows<Row>> all = sort_all<Row>(*rows, options, 1);
            if (!all) return all.error();
            *kept = std::make_shared<const SortedRows<Row>>(std::move(*all));
        }
        return rows_of(*kept, plan_of<Row>(options));
    };
}

}  // namespace

Result<TraceSource> sorted(const TraceSource& rows, const SortOptions& options) {
    return options.columns.any() ? sorted_rows<KeyedSortRow>(rows, options)
                                 : sorted_rows<SortRow>(rows, options);
}

workload::Trace sorted_trace(workload::Trace trace, SortOptions options) {
    workload::Trace result{.name = trace.name, .open = {}};
    result.open = options.columns.any() ? opening_sorted<KeyedSortRow>(std::move(trace), std::move(options))
                                        : opening_sorted<SortRow>(std::move(trace), std::move(options));
    return result;
}

}  // namespace firn::io
