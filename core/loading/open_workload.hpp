#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/replay.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace firn::loading {

/// What the command line adds to a scenario's workload.
struct WorkloadOverrides {
    /// Only the first so many files; of the reference workload: as many.
    std::optional<std::int64_t> files;
    /// Files that arrive at the horizon or later take part too.
    bool past_horizon = false;
    /// Let a trace whose first file does not arrive within the scenario's months begin with the scenario
    /// instead.
    bool move_foreign_trace = false;
};

/// A scenario's workload, ready to be read once.
struct OpenedWorkload {
    workload::FileSource files;
    /// One line for the reader: "trace uploads.csv.gz (csv), times as recorded".
    std::string reading;
    /// What was guessed or left out on opening.
    Diagnostics notes;
    /// Of a trace: what became of its rows, once `files` has been read to its end.
    std::shared_ptr<const workload::ReplayTally> tally;
    /// Of a trace: its first file arrives at the scenario's start, as it says or because it was moved there.
    bool starts_with_scenario = false;
};

/// Opens the workload of a scenario that validate() found no fault with. `folder` as in LoadedScenario.
/// Errors: those of opening and of the first rows.
[[nodiscard]] Result<OpenedWorkload> open_workload(const scenario::Scenario& scenario,
                                                   const std::string& folder,
                                                   const WorkloadOverrides& overrides = {});

/// The rows of the scenario's trace as they were recorded. Errors: those of opening.
[[nodiscard]] Result<workload::TraceSource> trace_of(const scenario::Scenario& scenario,
                                                     const std::string& folder);

/// `reading` with what was left out, for a workload that has been read to its end.
[[nodiscard]] std::string reading_of(const OpenedWorkload& workload);

/// The end of a scenario's months.
[[nodiscard]] Instant horizon_of(const scenario::Scenario& scenario);

}  // namespace firn::loading
