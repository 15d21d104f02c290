#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::loading {

/// A scenario and the folder from which the files that it names are found.
struct LoadedScenario {
    scenario::Scenario scenario;
    std::string folder;  ///< "" for the working directory, otherwise with its last slash
};

/// Reads and checks a scenario file. A scenario without a name gets that of its file.
/// Errors: those of io::read_text_file() and yaml::read_scenario().
[[nodiscard]] Result<LoadedScenario> load_scenario(const std::string& path);

/// Where a file lies that a scenario in `folder` names.
[[nodiscard]] std::string resolve(const std::string& folder, const std::string& path);

/// The files that a scenario in `folder` names to be read.
[[nodiscard]] std::vector<std::string> files_named_by(const scenario::Scenario& scenario,
                                                      const std::string& folder);

}  // namespace firn::loading
