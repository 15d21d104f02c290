#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/interview.hpp"
#include "cli/made_scenario.hpp"
#include "cli/program.hpp"
#include "cli/save_scenario.hpp"
#include "cli/scenario_options.hpp"
#include "core/loading/files_scenario.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/report/scenario_report.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/fingerprint.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace firn::cli {

namespace {

struct CheckOptions {
    std::string path;
    AnswerOptions answer;
};

std::string formatted(const scenario::Scenario& scenario, Format format) {
    switch (format) {
        case Format::table:
            return report::scenario_text(scenario);
        case Format::json: {
            report::Provenance provenance = program_provenance();
            provenance.seed = static_cast<std::uint64_t>(scenario.seed);
            provenance.scenario_hash = scenario::fingerprint_of(scenario);
            return report::scenario_json(scenario, provenance);
        }
        case Format::csv:
            return report::scenario_csv(scenario);
        case Format::md:
            return report::scenario_markdown(scenario);
    }
    return {};
}

ExitCode check(const CheckOptions& options, Console& console) {
    const auto loaded = loading::load_scenario(options.path);
    if (!loaded) return fail(console, loaded);
    return deliver(formatted(loaded->scenario, options.answer.format), options.answer, console);
}

std::string settings(Format format) {
    switch (format) {
        case Format::table:
            return report::settings_text();
        case Format::csv:
            return report::settings_csv();
        case Format::md:
            return report::settings_markdown();
        case Format::json:
            return report::scenario_schema();
    }
    return {};
}

void add_check(CLI::App& scenario, Invocation& chosen) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        scenario.add_subcommand("check", "Check a scenario file and show every setting that is in force");
    command->add_option("scenario", options->path, "The scenario file (YAML)")
        ->required()
        ->option_text("SCENARIO");
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return check(*options, console); };
    });
}

void add_schema(CLI::App& scenario, Invocation& chosen) {
    const auto options = std::make_shared<AnswerOptions>();
    options->format = Format::json;
    CLI::App* command = scenario.add_subcommand(
        "schema",
        "The JSON Schema of scenario files; with --format table, csv or md the list of all settings");
    add_answer_options(*command, *options);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) {
            return deliver(settings(options->format), *options, console);
        };
    });
}

struct NewOptions {
    ScenarioOptions scenario;
    bool ask = false;
    std::string output;
};

/// Files that the command line names are found from the working directory, so there is no other folder.
Expected<ChosenScenario, ScenarioTrouble> begin_scenario(const ScenarioOptions& options) {
    ChosenScenario chosen;
    chosen.scenario = scenario::default_scenario();
    chosen.path = options.path;
    if (!options.path.empty()) {
        auto made = loading::scenario_for_files(options.path);
        if (!made) return ScenarioTrouble{made.error(), ExitCode::input_error};
        chosen.scenario = std::move(made->scenario);
        chosen.was_made = true;
    }
    ScenarioTrouble trouble = apply_settings(options, chosen);
    if (!trouble.diagnostics.empty()) return trouble;
    return chosen;
}

ScenarioTrouble answers_ended() {
    return {{{.code = "answers-ended",
              .what = "the answers ended before the scenario was complete; nothing is written",
              .remedy = "answer all questions, or state the settings as options"}},
            ExitCode::input_error};
}

/// Without questions: all that is not stated is the default, and the months hold all files.
ScenarioTrouble complete_by_defaults(const ScenarioOptions& options, ChosenScenario& chosen) {
    if (!chosen.was_made && !is_given(options, "start")) return {{start_missing()}, ExitCode::usage_error};
    if (is_given(options, "months")) return {};
    const auto held = loading::hold_all_files(chosen.scenario, chosen.folder);
    if (!held) return {held.error(), ExitCode::input_error};
    return {};
}

ScenarioTrouble complete(const NewOptions& options, ChosenScenario& chosen, Console& console) {
    const bool states_nothing =
        options.scenario.path.empty() && options.scenario.texts.empty() && options.scenario.settings.empty();
    const bool asks = console.in != nullptr && (options.ask || states_nothing);
    ScenarioTrouble trouble;
    if (!asks) {
        trouble = complete_by_defaults(options.scenario, chosen);
    } else if (!interview(chosen.scenario, *console.in, console.err)) {
        trouble = answers_ended();
    }
    return trouble.diagnostics.empty() ? check_whole(chosen) : trouble;
}

ExitCode make_new(const NewOptions& options, Console& console) {
    auto chosen = begin_scenario(options.scenario);
    if (!chosen) return refuse(chosen.error(), console);
    const ScenarioTrouble trouble = complete(options, *chosen, console);
    if (!trouble.diagnostics.empty()) return refuse(trouble, console);
    const auto text = saved_text(*chosen, options.output);
    if (!text) return fail(console, text);
    return deliver(*text, {.output = options.output, .no_color = true}, console);
}

void add_new(CLI::App& scenario, Invocation& chosen) {
    const auto options = std::make_shared<NewOptions>();
    CLI::App* command = scenario.add_subcommand(
        "new", "Write a commented scenario file: from options, for files, or by questions on a terminal");
    command
        ->add_option("files", options->scenario.path,
                     "What arrives: a trace, a listing, a folder or a table of monthly totals")
        ->option_text("FILES");
    command->add_flag("--ask", options->ask,
                      "Ask for the settings on the terminal (so too when nothing is given)");
    command->add_option("--output", options->output, "Write to this file instead of stdout")
        ->option_text("FILE");
    add_overrides(*command, options->scenario);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return make_new(*options, console); };
    });
}

}  // namespace

void add_scenario(CLI::App& program, Invocation& chosen) {
    CLI::App* command =
        program.add_subcommand("scenario", "Write scenario files, check them, list their settings");
    command->require_subcommand(1);
    add_new(*command, chosen);
    add_check(*command, chosen);
    add_schema(*command, chosen);
}

}  // namespace firn::cli
