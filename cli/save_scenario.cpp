#include "cli/save_scenario.hpp"

#include "cli/price_books.hpp"
#include "core/io/output_file.hpp"
#include "core/scenario/field.hpp"
#include "core/units/utf8_text.hpp"
#include "core/yaml/scenario_writer.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <system_error>

namespace firn::cli {

namespace {

namespace fs = std::filesystem;
using scenario::Field;

constexpr const char* kHeading =
    "Written by firn. Every setting is here, also where it is the default; change what is not so.";

/// The path as it is found from another folder: absolute paths stay.
std::string seen_from(const fs::path& folder, const std::string& path) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);
    const fs::path from = fs::weakly_canonical(folder.empty() ? "." : folder, error);
    if (error || fs::path{path}.is_absolute()) return path;
    return target.lexically_relative(from).string();
}

void move_paths(ChosenScenario& chosen, const fs::path& folder) {
    scenario::Scenario& scenario = chosen.scenario;
    loading::rename_files(scenario, [&](const std::string& name) {
        return seen_from(folder, loading::resolve(chosen.folder, name));
    });
    if (is_price_book_path(scenario.price_book)) {
        scenario.price_book = seen_from(folder, scenario.price_book);
    }
}

Diagnostics texts_not_utf8(const scenario::Scenario& scenario) {
    Diagnostics faults;
    for (const Field& field : scenario::fields()) {
        const std::string text = field.get(scenario);
        if (!find_invalid_utf8(text)) continue;
        faults.push_back({.code = "text-not-utf8",
                          .where = {field.path, 0, 0},
                          .what = firn::quoted(text) + " is not UTF-8, so a scenario cannot hold it",
                          .expected = "UTF-8 text",
                          .remedy = "rename the file"});
    }
    return faults;
}

}  // namespace

void add_save_scenario_option(CLI::App& command, std::string& path) {
    command
        .add_option("--save-scenario", path,
                    "Write the scenario that was run, overrides included, as a commented file")
        ->option_text("FILE");
}

Diagnostics notes_on_saving(const ChosenScenario& chosen, const std::string& path) {
    const bool is_setting = chosen.scenario.workload.reference_w1.has_value();
    if (path.empty() || !chosen.overrides.files || is_setting) return {};
    return {{.code = "files-not-saved",
             .severity = Severity::note,
             .where = {path, 0, 0},
             .what = "the saved scenario takes all files: --files is no setting of a scenario",
             .remedy = "give --files again to run as many"}};
}

Result<std::string> saved_text(ChosenScenario chosen, const std::string& path) {
    move_paths(chosen, fs::path{path}.parent_path());
    Diagnostics faults = texts_not_utf8(chosen.scenario);
    if (!faults.empty()) return faults;
    return yaml::scenario_text(chosen.scenario, kHeading);
}

Result<bool> save_scenario(const ChosenScenario& chosen, const RunFindings& findings,
                           const std::string& path) {
    if (path.empty()) return false;
    ChosenScenario run = chosen;
    run.scenario.months = std::max(run.scenario.months, static_cast<std::int64_t>(findings.months));
    if (run.scenario.workload.trace && findings.starts_with_scenario) {
        run.scenario.workload.trace->starts_at = scenario::StartsAt::scenario;
    }
    const auto text = saved_text(std::move(run), path);
    if (!text) return text.error();
    const auto written = io::write_file_atomically(path, *text);
    if (!written) return written.error();
    return true;
}

}  // namespace firn::cli
