#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace firn::io {

/// How a written trace states its times.
enum class TraceTimes {
    microseconds,  ///< 1362441600000000: since 1970; quick to write and to read
    rfc3339,       ///< 2013-03-05T00:00:00Z
};

/// The first line of a written trace, with its line end.
inline constexpr std::string_view kTraceHeader = "timestamp_utc,size_bytes\n";

/// Appends a row for each file of the block; arrivals count from `start`.
void append_rows(std::string& text, const workload::FileBlock& block, Instant start, TraceTimes times);

/// Writes all files of the source as a CSV trace (gzip when the path ends in ".gz"); the number of rows.
/// Whole or not at all, as OutputFile. Errors: those of the source and of OutputFile.
[[nodiscard]] Result<std::int64_t> write_trace(const std::string& path, const workload::FileSource& files,
                                               Instant start, TraceTimes times = TraceTimes::microseconds);

}  // namespace firn::io
