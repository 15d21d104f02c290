#pragma once

#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/placed.hpp"
#include "cli/price_change_options.hpp"
#include "core/diag/result.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/loading/open_workload.hpp"

#include <CLI/App.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

/// The options by which a command line names a scenario and overrides it, as texts; the scenario's own table
/// of fields reads them.
struct ScenarioOptions {
    std::string path;                          ///< of the scenario file, or of files to make a scenario for
    std::map<std::string, std::string> texts;  ///< by option: {"--fetchers", "32"}; absent: not given
    std::vector<std::string> settings;         ///< of --set: "pipeline.fetch_rate=5 MB/s"
    PriceChangeOptions price_changes;
    bool strict = false;  ///< nothing of a trace may be left out or guessed
};

/// Adds SCENARIO and all options that override one. `options` must outlive the parsing.
void add_scenario_options(CLI::App& command, ScenarioOptions& options);

/// Adds the options that set something of a scenario.
void add_overrides(CLI::App& command, ScenarioOptions& options);

/// A scenario with the overrides of the command line.
struct ChosenScenario {
    scenario::Scenario scenario;
    std::string path;    ///< of the scenario file, or of the files that it was made for
    std::string folder;  ///< from which the files that it names are found
    loading::WorkloadOverrides overrides;
    bool was_made = false;             ///< for files; no scenario file says anything
    std::vector<std::string> assumed;  ///< of a made one: "months 12", ... that nobody stated
    /// Settings that the command line states, each with its option: {"start", "--start"}
    std::map<std::string, std::string, std::less<>> stated_by{};
    /// Overrides that make up a workload of their own (--trace, --files) lengthen the horizon as it needs.
    [[nodiscard]] bool extends_horizon() const { return overrides.past_horizon; }
};

/// What went wrong, and whether the command line is to blame rather than a file.
struct ScenarioTrouble {
    Diagnostics diagnostics;
    ExitCode exit_code = ExitCode::input_error;
};

/// Loads the scenario, or makes one for files, and applies the overrides.
[[nodiscard]] Expected<ChosenScenario, ScenarioTrouble> choose_scenario(const ScenarioOptions& options);

/// Applies the overrides to a scenario that is loaded or made, which may lack something afterwards.
[[nodiscard]] ScenarioTrouble apply_settings(const ScenarioOptions& options, ChosenScenario& chosen);

/// What is wrong with the scenario as a whole.
[[nodiscard]] ScenarioTrouble check_whole(const ChosenScenario& chosen);

/// Shows the trouble; its exit code.
[[nodiscard]] ExitCode refuse(const ScenarioTrouble& trouble, Console& console);

/// A result whose diagnostics, if they have no place, get that of the setting in the scenario's file, or of
/// the option that sets it where there is no such file.
template <class T>
Result<T> at_fault(const ChosenScenario& chosen, Result<T> result) {
    if (result) return result;
    return chosen.was_made
               ? placed_at_options(std::move(result).error())
               : placed(std::move(result).error(), chosen.path, {chosen.scenario.start, chosen.stated_by});
}

}  // namespace firn::cli
