#pragma once

#include "core/diag/result.hpp"
#include "core/io/trace_reader.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/file_columns.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/monthly_totals.hpp"
#include "core/workload/replay.hpp"
#include "core/workload/standing_files.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <functional>
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
    /// What is left out or guessed of a trace is an error.
    bool strict = false;
    /// A thread of its own reads the trace ahead of the simulation; not for copies, of which each would have
    /// one.
    bool read_ahead = false;
    /// The rows of a table are sorted; set when they turn out not to come by their times.
    bool sort_trace = false;
    /// Where rows go that do not fit into memory while they are sorted; "" is /tmp.
    std::string scratch_folder{};
    /// What of the keys of the files is told.
    workload::FileColumns columns{};
    /// Of how many owners those of the files are drawn, when they are asked for; none: the keys say.
    std::optional<std::uint64_t> owners{};
};

/// What the reader of a trace left out or guessed.
struct LeftOut {
    std::string path{};  ///< of the trace
    std::shared_ptr<const io::LatestTally> tally{};
};

/// A scenario's workload, ready to be read once.
struct OpenedWorkload {
    workload::FileSource files{};
    /// One line for the reader: "trace uploads.csv.gz (csv), read as arrivals, times as recorded".
    std::string reading{};
    /// What was guessed or left out on opening.
    Diagnostics notes{};
    /// Of a trace: what became of its rows, once `files` has been read to its end.
    std::shared_ptr<const workload::ReplayTally> tally{};
    /// Of a trace: its first file arrives at the scenario's start, as it says or because it was moved there.
    bool starts_with_scenario = false;
    /// Of a trace of archives: what they add to the scenario's stock.
    scenario::Stock stock{};
    /// Whose these are, where the trace tells it and somebody asks.
    workload::StandingKeys stock_keys{};
    LeftOut left_out{};
    /// Opens the same workload once more, without sorting it again. Empty where opening costs nothing.
    std::function<Result<OpenedWorkload>()> again{};
};

/// Opens the workload of a scenario that validate() found no fault with. `folder` as in LoadedScenario.
/// Errors: those of opening and of the first rows; `keys-missing` where columns are asked for that only keys
/// tell.
[[nodiscard]] Result<OpenedWorkload> open_workload(const scenario::Scenario& scenario,
                                                   const std::string& folder,
                                                   const WorkloadOverrides& overrides = {});

/// The same of monthly totals that are given instead of read; the scenario says how they become files.
/// Errors: `keys-missing`, those of workload::monthly_arrivals().
[[nodiscard]] Result<OpenedWorkload> open_totals(const scenario::Scenario& scenario,
                                                 const workload::MonthlyTotals& totals,
                                                 const WorkloadOverrides& overrides = {});

/// The rows of the scenario's trace by their times. Errors: those of opening; `time-backwards` while a table
/// is read.
[[nodiscard]] Result<workload::TraceSource> trace_of(const scenario::Scenario& scenario,
                                                     const std::string& folder);

/// The scenario with what its workload adds to the stock. Error: `stock-too-large`.
[[nodiscard]] Result<scenario::Scenario> with_stock(scenario::Scenario scenario,
                                                    const OpenedWorkload& workload);

/// `notes`, and what was left out or guessed of a workload that has been read to its end.
[[nodiscard]] Diagnostics notes_of(const OpenedWorkload& workload);

/// Whether a run failed for nothing but the order of its trace's rows. Then the overrides say from now on
/// that it is sorted, and the run is to be repeated.
[[nodiscard]] bool sort_and_repeat(const Diagnostics& faults, WorkloadOverrides& overrides);

/// `reading` with what was left out, for a workload that has been read to its end.
[[nodiscard]] std::string reading_of(const OpenedWorkload& workload);

/// The end of a scenario's months.
[[nodiscard]] Instant horizon_of(const scenario::Scenario& scenario);

}  // namespace firn::loading
