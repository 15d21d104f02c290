#pragma once

#include "core/diag/result.hpp"
#include "core/io/trace_reader.hpp"
#include "core/loading/open_workload.hpp"
#include "core/loading/rows_read.hpp"
#include "core/scenario/scenario.hpp"

#include <optional>
#include <string>

namespace firn::loading {

/// How the scenario's trace is read. Error: `columns-not-readable`.
[[nodiscard]] Result<io::TraceOptions> trace_options(const scenario::TraceWorkload& trace);

/// What the rows of a trace stand for where it does not say: arrivals, or stock without times.
[[nodiscard]] scenario::TraceReading reading_in_force(scenario::TraceReading asked, bool has_times);

/// A scenario's trace as its workload, by its reading: arrivals, stock or archives.
/// Errors: those of io::order_trace(), workload::replay() and workload::standing_files(); `times-missing`
/// (arrivals of a trace without times).
[[nodiscard]] Result<OpenedWorkload> open_trace_workload(const scenario::Scenario& scenario,
                                                         const std::string& folder,
                                                         const WorkloadOverrides& overrides);

/// When the first and the last file arrive.
struct Span {
    Instant first{};
    Instant last{};
};

/// Of the scenario's trace, in whatever order its rows come; absent for a trace without rows, and where its
/// times are not those of arrivals. Errors: those of reading.
[[nodiscard]] Result<std::optional<Span>> span_of_trace(const scenario::Scenario& scenario,
                                                        const std::string& folder,
                                                        const RowsRead& goes_on = {});

}  // namespace firn::loading
