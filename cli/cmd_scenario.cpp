#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/program.hpp"
#include "core/loading/load_scenario.hpp"
#include "core/report/scenario_report.hpp"
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

}  // namespace

void add_scenario(CLI::App& program, Invocation& chosen) {
    CLI::App* command = program.add_subcommand("scenario", "Check scenario files and list their settings");
    command->require_subcommand(1);
    add_check(*command, chosen);
    add_schema(*command, chosen);
}

}  // namespace firn::cli
