#include "core/loading/load_scenario.hpp"

#include "core/io/read_text_file.hpp"
#include "core/yaml/scenario_reader.hpp"

#include <utility>

namespace firn::loading {

namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

/// "w1" of "scenarios/reference/w1.yaml".
std::string stem_of(const std::string& path) {
    std::string name = path.substr(folder_of(path).size());
    return name.substr(0, name.rfind('.'));
}

}  // namespace

std::string resolve(const std::string& folder, const std::string& path) {
    const bool absolute = !path.empty() && path.front() == '/';
    return absolute ? path : folder + path;
}

Result<LoadedScenario> load_scenario(const std::string& path) {
    auto text = io::read_text_file(path);
    if (!text) return text.error();
    auto scenario = yaml::read_scenario(path, std::move(text).value());
    if (!scenario) return scenario.error();
    if (scenario->name.empty()) scenario->name = stem_of(path);
    return LoadedScenario{std::move(scenario).value(), folder_of(path)};
}

std::vector<std::string> files_named_by(const scenario::Scenario& scenario, const std::string& folder) {
    std::vector<std::string> files;
    const auto name = [&](const std::string& path) {
        if (!path.empty()) files.push_back(resolve(folder, path));
    };
    if (scenario.workload.trace) name(scenario.workload.trace->file);
    if (scenario.workload.monthly_totals) name(scenario.workload.monthly_totals->file);
    if (scenario.backfill) name(scenario.backfill->file);
    for (const scenario::Restore& restore : scenario.life.restores)
        name(restore.trace);
    if (scenario.life.changes) name(scenario.life.changes->deletion_trace);
    return files;
}

}  // namespace firn::loading
