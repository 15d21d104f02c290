#pragma once

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"

#include <CLI/App.hpp>

#include <cstddef>
#include <string>

namespace firn::cli {

/// Adds --save-scenario.
void add_save_scenario_option(CLI::App& command, std::string& path);

/// What a run found out about its scenario.
struct RunFindings {
    std::size_t months = 0;  ///< that were billed; more than asked for where the horizon was lengthened
    bool starts_with_scenario = false;  ///< as OpenedWorkload::starts_with_scenario
};

/// Writes the scenario of a run, with all that the command line overrode, as a commented file; paths in it
/// are made to hold from the file's own folder. Without a path nothing is written.
/// Errors: `text-not-utf8` (a path that YAML cannot hold), those of writing.
[[nodiscard]] Result<bool> save_scenario(const ChosenScenario& chosen, const RunFindings& findings,
                                         const std::string& path);

/// What the saved scenario does not say of the run: `files-not-saved` (--files).
[[nodiscard]] Diagnostics notes_on_saving(const ChosenScenario& chosen, const std::string& path);

/// The text of such a file, for `path`; "" for stdout.
[[nodiscard]] Result<std::string> saved_text(ChosenScenario chosen, const std::string& path);

}  // namespace firn::cli
