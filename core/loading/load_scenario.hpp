#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"

#include <functional>
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

/// A file that a scenario names to be read.
struct NamedFile {
    std::string setting{};  ///< that names it: "restores.2.trace"
    std::string name{};     ///< as it stands there
    std::string path{};     ///< where it lies
    bool may_be_folder = false;
};

[[nodiscard]] std::vector<NamedFile> named_files(const scenario::Scenario& scenario,
                                                 const std::string& folder);

/// Gives each of them another name in the scenario.
void rename_files(scenario::Scenario& scenario,
                  const std::function<std::string(const std::string&)>& renamed);

/// The paths of all of them.
[[nodiscard]] std::vector<std::string> files_named_by(const scenario::Scenario& scenario,
                                                      const std::string& folder);

}  // namespace firn::loading
