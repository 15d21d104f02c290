#include "core/loading/load_scenario.hpp"

#include "core/io/read_text_file.hpp"
#include "core/yaml/scenario_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
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

/// Shows each name of a file that there is: of which setting, and whether it may be a folder's.
template <class Scenario, class Show>
void for_each_name(Scenario& scenario, Show show) {
    const auto show_one = [&](std::string setting, auto& name, bool may_be_folder) {
        if (!name.empty()) show(std::move(setting), name, may_be_folder);
    };
    if (scenario.workload.trace) show_one("workload.trace.file", scenario.workload.trace->file, true);
    if (scenario.workload.monthly_totals)
        show_one("workload.monthly_totals.file", scenario.workload.monthly_totals->file, false);
    if (scenario.backfill) show_one("backfill.file", scenario.backfill->file, true);
    auto& restores = scenario.life.restores;
    for (std::size_t i = 0; i < restores.size(); ++i)
        show_one(fmt::format("restores.{}.trace", i + 1), restores[i].trace, false);
    if (auto& changes = scenario.life.changes)
        show_one("changes.deletion_trace", changes->deletion_trace, false);
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

std::vector<NamedFile> named_files(const scenario::Scenario& scenario, const std::string& folder) {
    std::vector<NamedFile> files;
    for_each_name(scenario, [&](std::string setting, const std::string& name, bool may_be_folder) {
        files.push_back({std::move(setting), name, resolve(folder, name), may_be_folder});
    });
    return files;
}

void rename_files(scenario::Scenario& scenario,
                  const std::function<std::string(const std::string&)>& renamed) {
    for_each_name(scenario, [&](const std::string&, std::string& name, bool) { name = renamed(name); });
}

std::vector<std::string> files_named_by(const scenario::Scenario& scenario, const std::string& folder) {
    std::vector<std::string> paths;
    for (NamedFile& file : named_files(scenario, folder))
        paths.push_back(std::move(file.path));
    return paths;
}

}  // namespace firn::loading
