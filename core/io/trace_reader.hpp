#pragma once

#include "core/diag/result.hpp"
#include "core/io/trace_format.hpp"
#include "core/workload/trace_source.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace firn::io {

/// How a trace is read.
struct TraceOptions {
    /// None: recognised by the first line.
    std::optional<TraceFormat> format;
    TraceColumns columns;
};

/// A trace whose first line has been read.
struct OpenedTrace {
    TraceFormat format = TraceFormat::csv;
    workload::TraceSource rows;
    /// Notes on what was guessed (`listing-times-utc`, `time-looks-coarse`), for the person who runs
    /// the program.
    Diagnostics notes;
};

/// So many bad rows of a file are shown, with a last note that counts the others.
inline constexpr std::size_t kShownBadRows = 20;

/// Opens a trace: plain or gzip (by its first bytes, not its name), CSV with a header or the listing of a
/// tool. Rows come in blocks, in constant memory. CSV: any order of columns, quoted fields, CRLF, a byte
/// order mark, blank lines; time as RFC 3339 or integer microseconds since 1970; finer fractions are cut.
///
/// Errors: those of opening; `trace-header`, `format-mismatch`; while reading `field-missing`,
/// `quote-not-closed`, `time-not-readable`, `time-out-of-range`, `time-backwards` (the first only),
/// `size-not-a-number`, `size-negative`, `size-too-large`, `line-too-long`, `file-binary`, `gzip-truncated`,
/// `gzip-corrupt`. The first bad row ends the stream: the rest of the file is then read for its bad rows, all
/// of which are reported together, the first twenty in full.
[[nodiscard]] Result<OpenedTrace> open_trace(const std::string& path, const TraceOptions& options = {});

/// The trace in this file, for those who read it more than once.
[[nodiscard]] workload::Trace trace_in(std::string path, TraceOptions options = {});

}  // namespace firn::io
