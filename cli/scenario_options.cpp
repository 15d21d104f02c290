#include "cli/scenario_options.hpp"

#include "cli/field_options.hpp"
#include "cli/made_scenario.hpp"
#include "cli/price_books.hpp"
#include "cli/scratch_folder.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/io/folder_scan.hpp"
#include "core/loading/files_scenario.hpp"
#include "core/random/splitmix.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/validate.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace firn::cli {

namespace {

using scenario::Scenario;

Diagnostic placed_error(const std::string& place, QuantityError error) {
    return {.code = std::move(error.code),
            .where = {place, 0, 0},
            .what = std::move(error.what),
            .expected = std::move(error.expected),
            .remedy = std::move(error.remedy)};
}

/// Applies the options one after the other and collects what is wrong with them.
class Overriding {
  public:
    Overriding(const ScenarioOptions& options, ChosenScenario& chosen) : options_{options}, chosen_{chosen} {}

    ScenarioTrouble apply() && {
        apply_seed();
        apply_trace();
        apply_files();
        apply_replicate();
        for (const FieldOption& option : kFieldOptions) {
            if (const std::string* text = text_of(option.option))
                set(option.option, option.field, with_unit(option, *text));
        }
        for (const std::string& setting : options_.settings)
            apply_setting(setting);
        apply_prices();
        if (chosen_.was_made && trouble_.diagnostics.empty()) trouble_ = complete_made(options_, chosen_);
        return std::move(trouble_);
    }

  private:
    [[nodiscard]] const std::string* text_of(const std::string& option) const {
        const auto found = options_.texts.find(option);
        return found == options_.texts.end() ? nullptr : &found->second;
    }

    /// A bare number of --bundle-size is bytes, as its placeholder says.
    static std::string with_unit(const FieldOption& option, const std::string& text) {
        const bool is_bare = !text.empty() && std::all_of(text.begin(), text.end(),
                                                          [](char c) { return c >= '0' && c <= '9'; });
        return is_bare && std::string_view{option.placeholder} == "BYTES" ? text + " B" : text;
    }

    void report(const std::string& place, QuantityError error) {
        trouble_.exit_code = ExitCode::usage_error;
        trouble_.diagnostics.push_back(placed_error(place, std::move(error)));
    }

    void set(const std::string& option, const std::string& field, const std::string& text) {
        if (auto error = scenario::find_field(field)->set(chosen_.scenario, text))
            report(option, std::move(*error));
        chosen_.stated_by[field] = option;
    }

    void apply_seed() {
        if (const std::string* text = text_of("--seed")) set("--seed", "seed", *text);
    }

    void apply_prices() {
        Diagnostics wrong = apply_price_changes(options_.price_changes, chosen_.scenario);
        if (wrong.empty()) return;
        trouble_.exit_code = ExitCode::usage_error;
        append(trouble_.diagnostics, std::move(wrong));
    }

    /// The file takes the place of the scenario's workload; it is found from the working directory.
    void apply_trace() {
        const std::string* path = text_of("--trace");
        if (path == nullptr) return;
        // What else the scenario names is found from there as well from now on.
        const std::string folder = std::exchange(chosen_.folder, {});
        loading::rename_files(chosen_.scenario,
                              [&](const std::string& name) { return loading::resolve(folder, name); });
        const auto taken = loading::take_files(chosen_.scenario, *path);
        if (!taken) {
            trouble_.diagnostics = taken.error();
            return;
        }
        chosen_.stated_by["workload"] = "--trace";
        chosen_.overrides.past_horizon = true;
        chosen_.overrides.move_foreign_trace = text_of("--starts-at") == nullptr;
    }

    /// "pipeline.fetch_rate=5 MB/s"; a setting of an optional section brings the section with its defaults.
    void apply_setting(const std::string& setting) {
        const auto equals = setting.find('=');
        const std::string path = setting.substr(0, equals);
        if (const scenario::Section* list = list_around(path)) return report_list(path, *list);
        const scenario::Field* field = scenario::find_field(path);
        if (equals == std::string::npos || field == nullptr) return report_unknown_setting(setting, path);
        const scenario::Section* section = scenario::find_section(scenario::parent_of(path));
        if (section != nullptr && section->optional && !section->is_present(chosen_.scenario)) {
            section->enter(chosen_.scenario);
            scenario::apply_defaults(chosen_.scenario, section->path);
        }
        set("--set " + path, path, setting.substr(equals + 1));
    }

    /// The list that a path names or lies in, also with the number of an item:
    /// "workload.growth.sizes.2.share".
    static const scenario::Section* list_around(std::string_view path) {
        for (; !path.empty(); path = scenario::parent_of(path)) {
            const scenario::Section* section = scenario::find_section(path);
            if (section != nullptr && section->repeats) return section;
        }
        return nullptr;
    }

    /// Which of the items is meant, an option could not say.
    void report_list(const std::string& path, const scenario::Section& list) {
        const bool whole = path == list.path;
        report("--set",
               {"setting-in-list",
                whole ? fmt::format("{} is a list", path)
                      : fmt::format("{} is a setting of the items of a list", path),
                "a setting that a scenario has once, for example pipeline.fetchers=16",
                fmt::format("write the list {} with all of its items in the scenario file", list.path)});
    }

    void report_unknown_setting(const std::string& setting, const std::string& path) {
        std::vector<std::string> paths;
        for (const scenario::Field& field : scenario::fields()) {
            if (list_around(field.path) == nullptr) paths.push_back(field.path);
        }
        const std::string near = closest_to(path, paths);
        report("--set", {"setting-unknown", fmt::format("{} names no setting", firn::quoted(setting)),
                         "SETTING=VALUE, for example pipeline.fetchers=16",
                         near.empty() ? "firn scenario schema --format table lists all settings"
                                      : fmt::format("did you mean {}?", near)});
    }

    void apply_files() {
        const std::string* text = text_of("--files");
        if (text == nullptr) return;
        const auto files = parse_count(*text);
        if (!files) return report("--files", files.error());
        if (*files == 0)
            return report("--files", {"value-out-of-range", "0 is out of range", "at least 1 file", ""});
        chosen_.overrides.files = *files;
        chosen_.overrides.past_horizon = true;
        if (chosen_.scenario.workload.reference_w1) set("--files", "workload.reference_w1.files", *text);
    }

    /// Repetition r of a workload that the seed decides is that of another seed; r = 0 is the scenario's own.
    void apply_replicate() {
        const std::string* text = text_of("--replicate");
        if (text == nullptr) return;
        if (chosen_.scenario.workload.reference_w1)
            return set("--replicate", "workload.reference_w1.replicate", *text);
        const auto replicate = parse_count(*text);
        if (!replicate) return report("--replicate", replicate.error());
        if (*replicate == 0) return;
        const auto seed = static_cast<std::uint64_t>(chosen_.scenario.seed);
        chosen_.scenario.seed =
            static_cast<std::int64_t>(random::draw(seed, static_cast<std::uint64_t>(*replicate)) >> 1U);
    }

    const ScenarioOptions& options_;
    ChosenScenario& chosen_;
    ScenarioTrouble trouble_;
};

void add_text_option(CLI::App& command, ScenarioOptions& options, const std::string& name,
                     const std::string& placeholder, const std::string& help) {
    command
        .add_option_function<std::string>(
            name, [&options, name](const std::string& text) { options.texts[name] = text; }, help)
        ->option_text(placeholder)
        ->group("Overrides of the scenario");
}

/// A folder stands for the files in it, also one that holds a scenario; who means the files says as what.
std::optional<Diagnostic> folder_of_scenario(const ScenarioOptions& options) {
    if (options.texts.count("--as") > 0 || options.texts.count("--from") > 0) return std::nullopt;
    const std::string file = options.path + (options.path.ends_with('/') ? "" : "/") + "scenario.yaml";
    std::error_code unreadable;
    if (!io::is_folder(options.path) || !std::filesystem::exists(file, unreadable)) return std::nullopt;
    return Diagnostic{
        .code = "folder-of-scenario",
        .where = {.file = options.path},
        .what = "this folder holds a scenario, and would be read as files to back up",
        .expected = "a scenario, or files",
        .remedy = fmt::format("name {}, or say --as stock, arrivals or archives if you mean the "
                              "files of the folder",
                              file)};
}

}  // namespace

void add_scenario_options(CLI::App& command, ScenarioOptions& options) {
    command
        .add_option(
            "scenario", options.path,
            "The scenario file (YAML), or files to make one for: a trace, a listing, a folder, a table "
            "of monthly totals")
        ->required()
        ->option_text("SCENARIO|FILES");
    add_text_option(
        command, options, "--files", "N",
        "Only the first N files (the reference workload: N files); the horizon is lengthened to hold them");
    add_text_option(command, options, "--replicate", "R",
                    "Repetition R of a workload that is drawn at random");
    add_overrides(command, options);
}

void add_overrides(CLI::App& command, ScenarioOptions& options) {
    add_text_option(command, options, "--trace", "FILE",
                    "Replay this trace, listing or table of monthly totals instead of the scenario's "
                    "workload; the horizon is "
                    "lengthened to hold it");
    add_text_option(command, options, "--seed", "N", scenario::find_field("seed")->help);
    for (const FieldOption& option : kFieldOptions) {
        add_text_option(command, options, option.option, option.placeholder,
                        scenario::find_field(option.field)->help);
    }
    command
        .add_flag("--strict", options.strict,
                  "Refuse a trace or listing of which something is left out or guessed")
        ->group("Overrides of the scenario");
    command
        .add_option("--set", options.settings,
                    "Any other setting, as `firn scenario schema --format table` lists them; may be repeated")
        ->option_text("SETTING=VALUE")
        ->expected(1)
        ->take_all()
        ->group("Overrides of the scenario");
    add_price_change_options(command, options.price_changes);
}

ScenarioTrouble apply_settings(const ScenarioOptions& options, ChosenScenario& chosen) {
    return Overriding{options, chosen}.apply();
}

ScenarioTrouble check_whole(const ChosenScenario& chosen) {
    ScenarioTrouble trouble{{}, ExitCode::usage_error};
    for (scenario::Fault& fault : scenario::validate(chosen.scenario)) {
        trouble.diagnostics.push_back(
            placed_error(fmt::format("{} (with the options given)", fault.path), std::move(fault.error)));
    }
    return trouble;
}

ExitCode refuse(const ScenarioTrouble& trouble, Console& console) {
    show(trouble.diagnostics, console);
    return trouble.exit_code;
}

Expected<ChosenScenario, ScenarioTrouble> choose_scenario(const ScenarioOptions& options) {
    const bool was_made = !loading::is_scenario_file(options.path);
    if (auto fault = folder_of_scenario(options))
        return ScenarioTrouble{{*std::move(fault)}, ExitCode::input_error};
    auto loaded = was_made ? loading::scenario_for_files(options.path) : loading::load_scenario(options.path);
    if (!loaded) return ScenarioTrouble{std::move(loaded).error(), ExitCode::input_error};
    ChosenScenario chosen{
        std::move(loaded->scenario), options.path, std::move(loaded->folder), {}, was_made, {}, {}};
    chosen.overrides.strict = options.strict;
    chosen.overrides.scratch_folder = scratch_folder();
    scenario::Scenario& scenario = chosen.scenario;
    if (is_price_book_path(scenario.price_book)) {
        scenario.price_book = loading::resolve(chosen.folder, scenario.price_book);
    }
    ScenarioTrouble trouble = apply_settings(options, chosen);
    if (trouble.diagnostics.empty()) trouble = check_whole(chosen);
    if (!trouble.diagnostics.empty()) return trouble;
    return chosen;
}

}  // namespace firn::cli
