#pragma once

#include "core/diag/result.hpp"
#include "core/io/worker_log_columns.hpp"
#include "core/workload/worker_log.hpp"

#include <optional>
#include <string>

namespace firn::io {

struct WorkerLogOptions {
    WorkerLogNames columns{};
    /// Of a log with a column of stages: only this one. Of one without: what its transfers are.
    std::optional<workload::Stage> stage{};
};

struct ReadWorkerLog {
    workload::WorkerLog log;
    Diagnostics notes;  ///< `stage-assumed`
};

/// Reads a worker's log: CSV, plain or gzip, a transfer a row with its size and its duration, or its start
/// and end; other columns are ignored. Durations are bare numbers in the unit that the column's name or
/// `columns.unit` says, or bear their unit ("12 ms"). Times are RFC 3339, numbers in that unit, or seconds,
/// milliseconds or microseconds since 1970, told apart by their magnitude.
///
/// Errors, the first bad rows of a file at once: those of opening; `trace-header`, `field-missing`,
/// `quote-not-closed`, `size-not-a-number`, `size-negative`, `size-too-large`, `duration-not-readable`,
/// `duration-negative`, `duration-too-long`, `time-not-readable`, `stage-unknown`.
[[nodiscard]] Result<ReadWorkerLog> read_worker_log(const std::string& path,
                                                    const WorkerLogOptions& options = {});

}  // namespace firn::io
