#pragma once

#include "core/diag/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace firn::io {

/// Names of the columns of a worker's log; what is absent is found by the usual names.
struct WorkerLogNames {
    std::optional<std::string> size{};
    std::optional<std::string> duration{};
    std::optional<std::string> start{};
    std::optional<std::string> end{};
    std::optional<std::string> stage{};
    /// Microseconds in the unit of bare numbers: 1000 for milliseconds.
    std::optional<double> unit{};
};

/// Which columns, counted from zero, hold what: either a duration, or a start and an end.
struct WorkerLogLayout {
    std::size_t size = 0;
    std::optional<std::size_t> duration{};
    std::size_t start = 0;
    std::size_t end = 0;
    std::optional<std::size_t> stage{};
    /// Microseconds in the unit of bare numbers, where it is known.
    std::optional<double> unit{};
    char delimiter = ',';  ///< or a tab
};

/// "size=bytes,duration=took,unit=ms"; also start=, end=, stage=. Error: `columns-not-readable`.
[[nodiscard]] Result<WorkerLogNames> parse_worker_columns(std::string_view text);

/// Finds the columns in the header. The usual names are size_bytes, size or bytes; duration or elapsed, or
/// start and end, each with _ns, _us, _ms or _s for its unit; stage, kind or worker_kind. Error:
/// `trace-header`, at `where`.
[[nodiscard]] Result<WorkerLogLayout> find_worker_columns(std::string_view header,
                                                          const WorkerLogNames& names,
                                                          const SourceLocation& where);

/// Microseconds in a unit of time: "ns", "us", "µs", "ms", "s", "min", "h".
[[nodiscard]] std::optional<double> microseconds_in(std::string_view unit);

}  // namespace firn::io
