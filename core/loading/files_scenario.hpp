#pragma once

#include "core/diag/result.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/rows_read.hpp"
#include "core/scenario/scenario.hpp"

#include <optional>
#include <string>

namespace firn::loading {

// Files instead of a scenario: whoever has a trace, a listing, a folder or a table of monthly totals need
// write no YAML.

/// Whether a path names a scenario rather than files: it ends in ".yaml" or ".yml", or it begins
/// with lines of keys of which one is "scenario:". Not for a path that cannot be read.
[[nodiscard]] bool is_scenario_file(const std::string& path);

/// Makes the files the scenario's only workload: monthly totals if that is what they are, a trace otherwise,
/// with the defaults of that section. The path counts from the working directory.
/// Errors: those of io::recognise_trace_format().
[[nodiscard]] Result<bool> take_files(scenario::Scenario& scenario, const std::string& path);

/// A scenario with every default for these files, named after them; its start is not set yet.
/// Errors: those of take_files().
[[nodiscard]] Result<LoadedScenario> scenario_for_files(const std::string& path);

/// Midnight UTC of the first day of the month in which the first file of the scenario's trace or monthly
/// totals arrives; absent where there is none, and where the times of a listing say nothing of arrivals.
/// Errors: those of reading.
[[nodiscard]] Result<std::optional<Instant>> first_month_of_files(const scenario::Scenario& scenario,
                                                                  const std::string& folder);

/// Lengthens the scenario's months so that they hold all files of its trace or monthly totals; reads them to
/// their end. A trace that begins outside the months begins with the scenario from now on.
/// Errors: those of reading.
[[nodiscard]] Result<bool> hold_all_files(scenario::Scenario& scenario, const std::string& folder);

/// Begins the scenario with the month of its first file, `otherwise` where first_month_of_files() has none,
/// and holds all files as hold_all_files() does; reads them once. Errors: those of reading.
[[nodiscard]] Result<bool> begin_with_files(scenario::Scenario& scenario, const std::string& folder,
                                            Instant otherwise, const RowsRead& goes_on = {});

}  // namespace firn::loading
