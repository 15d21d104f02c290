#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/worker_log_columns.hpp"
#include "core/units/expected.hpp"
#include "core/workload/worker_log.hpp"

#include <optional>
#include <string_view>

namespace firn::io {

/// A row of a worker's log.
struct WorkerLogRow {
    workload::Transfer transfer;
    std::optional<workload::Stage> stage;  ///< absent without a column of stages
};

/// What is wrong with a row (without place), and with which part of its line.
struct WorkerLogFault {
    Diagnostic diagnostic;
    std::string_view part;
};

/// A line (without its end) of a worker's log. Errors as read_worker_log() names them.
[[nodiscard]] Expected<WorkerLogRow, WorkerLogFault> parse_worker_log_row(const WorkerLogLayout& layout,
                                                                          std::string_view line);

}  // namespace firn::io
