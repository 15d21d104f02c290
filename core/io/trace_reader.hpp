#pragma once

#include "core/diag/result.hpp"
#include "core/io/external_sort.hpp"
#include "core/io/reading_tally.hpp"
#include "core/io/trace_columns.hpp"
#include "core/io/trace_format.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace firn::io {

/// What becomes of the rows of a CSV or TSV trace that do not come in the order of their times. The rows of a
/// listing are always sorted.
enum class RowOrder {
    given,   ///< `time-backwards` ends the reading
    sorted,  ///< all rows are sorted before the first is given
    any,     ///< they come as they are, also those of a listing: for who looks at each row alone
};

/// How a trace is read.
struct TraceOptions {
    /// None: recognised by the first lines.
    std::optional<TraceFormat> format{};
    TraceColumns columns{};
    /// What is left out or guessed (ReadingTally) is an error: it comes instead of the first block with which
    /// that happened, and counts what happens to the end of the trace.
    bool strict = false;
    RowOrder order = RowOrder::given;
    SortOptions sort{};
    /// By order_trace(): a thread of their own reads the rows ahead of who asks for them.
    bool read_ahead = false;
    /// That read a folder.
    unsigned scan_threads = 4;
    /// What of the keys the blocks tell. A table is then read line by line.
    workload::FileColumns file_columns{};
};

/// A trace whose first line has been read.
struct OpenedTrace {
    TraceFormat format = TraceFormat::csv;
    /// In the order of their times; all at the beginning of 1970 when there are none.
    workload::TraceSource rows{};
    /// False for a table without a column of times.
    bool has_times = true;
    /// Notes on what was guessed on opening (`time-looks-coarse`), for the person who runs the program.
    Diagnostics notes{};
    /// What was left out or guessed: complete when `rows` has been read to its end.
    std::shared_ptr<const ReadingTally> tally{};
};

/// So many bad rows of a file are shown, with a last note that counts the others.
inline constexpr std::size_t kShownBadRows = 20;

/// Opens a trace: plain or gzip (by its first bytes, not its name), CSV or TSV, or the listing of a
/// tool. Rows come in blocks, in constant memory. CSV: any order of columns, quoted fields, CRLF, a byte
/// order mark, blank lines; time as RFC 3339, date and time of day, or integer microseconds since 1970; finer
/// fractions are cut.
///
/// Errors on opening: those of InputFile::open(); `file-not-regular`, `file-columnar`, `line-too-long`,
/// `file-binary`, `format-mismatch`, `trace-header`, `keys-missing` (asked for, and there are none); those of
/// open_inventory() and scan_folder(). While reading: `field-missing`, `row-not-readable`,
/// `quote-not-closed`, `time-not-readable`, `time-out-of-range`, `time-backwards` (the first only),
/// `size-not-a-number`, `size-negative`, `size-too-large`, `keys-missing`, with `more-bad-rows` behind the
/// twentieth; `json-malformed`; those of LineBlocks and ByteStream::read(), of inventory_rows() and of
/// sorted(). With `strict` also `time-looks-coarse`, and those of remarks_on(). The first bad row ends the
/// stream: the rest of the file is then read for its bad rows, all of which are reported together, the first
/// twenty in full.
[[nodiscard]] Result<OpenedTrace> open_trace(const std::string& path, const TraceOptions& options = {});

/// The tally of the reading that was begun last: of the blocks that were handed out, also when more have been
/// read ahead.
struct LatestTally {
    std::shared_ptr<const ReadingTally> of = std::make_shared<ReadingTally>();
};

/// A trace that can be read as often as asked, by its times; what needs sorting is sorted once.
struct OrderedTrace {
    TraceFormat format = TraceFormat::csv;
    bool has_times = true;
    Diagnostics notes{};
    workload::Trace trace{};
    std::shared_ptr<LatestTally> tally{};
};

/// As open_trace(), for those who read a trace more than once.
[[nodiscard]] Result<OrderedTrace> order_trace(const std::string& path, const TraceOptions& options = {});

/// The trace in this file, opened and, if need be, sorted anew each time.
[[nodiscard]] workload::Trace trace_in(std::string path, TraceOptions options = {});

/// Whether a trace failed for nothing but its order: to be opened again with RowOrder::sorted.
[[nodiscard]] bool is_only_out_of_order(const Diagnostics& faults);

}  // namespace firn::io
