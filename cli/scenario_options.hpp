#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/placed.hpp"
#include "core/diag/result.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_workload.hpp"

#include <CLI/App.hpp>

#include <map>
#include <string>
#include <utility>

namespace firn::cli {

/// The options by which a command line overrides a scenario, as texts; the scenario's own table of fields
/// reads them.
struct ScenarioOptions {
    std::string path;                          ///< of the scenario file
    std::map<std::string, std::string> texts;  ///< by option: {"--fetchers", "32"}; absent: not given
};

/// Adds SCENARIO and all options that override one. `options` must outlive the parsing.
void add_scenario_options(CLI::App& command, ScenarioOptions& options);

/// A scenario with the overrides of the command line.
struct ChosenScenario {
    scenario::Scenario scenario;
    std::string path;    ///< of the scenario file
    std::string folder;  ///< from which the files that it names are found
    loading::WorkloadOverrides overrides;
    /// Overrides that make up a workload of their own (--trace, --files) lengthen the horizon as it needs.
    [[nodiscard]] bool extends_horizon() const { return overrides.past_horizon; }
};

/// What went wrong, and whether the command line is to blame rather than a file.
struct ScenarioTrouble {
    Diagnostics diagnostics;
    ExitCode exit_code = ExitCode::input_error;
};

/// Loads the scenario and applies the overrides.
[[nodiscard]] Expected<ChosenScenario, ScenarioTrouble> choose_scenario(const ScenarioOptions& options);

/// A result whose diagnostics, if they have no place, get that of the setting in the scenario's file.
template <class T>
Result<T> at_fault(const ChosenScenario& chosen, Result<T> result) {
    if (result) return result;
    return placed(std::move(result).error(), chosen.path);
}

}  // namespace firn::cli
