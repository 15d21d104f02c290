#include "cli/answer.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/program.hpp"
#include "core/io/worker_log_reader.hpp"
#include "core/planner/transfer_fit.hpp"
#include "core/report/workers_report.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

using workload::Stage;

/// The formats of this command: the usual ones, and a part of a scenario.
enum class LogFormat { table, json, csv, md, yaml };

struct WorkersOptions {
    std::string path;
    std::string columns;
    std::optional<Stage> stage;
    std::optional<LogFormat> format;
    AnswerOptions answer;
};

LogFormat format_of(const WorkersOptions& options) {
    const std::string& output = options.answer.output;
    const bool is_yaml = output.ends_with(".yaml") || output.ends_with(".yml");
    return options.format.value_or(is_yaml ? LogFormat::yaml : LogFormat::table);
}

std::string formatted(const report::WorkersReport& report, LogFormat format) {
    switch (format) {
        case LogFormat::table:
            return report::workers_text(report);
        case LogFormat::json:
            return report::workers_json(report);
        case LogFormat::csv:
            return report::workers_csv(report);
        case LogFormat::md:
            return report::workers_markdown(report);
        case LogFormat::yaml:
            return report::workers_yaml(report);
    }
    return {};
}

/// The stages of which the log has transfers; the one that was asked for, or fetches, also where it has none.
Result<report::WorkersReport> fit(const io::ReadWorkerLog& read, const WorkersOptions& options,
                                  Diagnostics& warnings) {
    report::WorkersReport report{options.path, {}, program_provenance()};
    const bool is_empty = read.log.fetches.count() + read.log.uploads.count() == 0;
    for (const Stage stage : {Stage::fetch, Stage::upload}) {
        const bool is_asked = is_empty && stage == options.stage.value_or(Stage::fetch);
        if (read.log.of(stage).count() == 0 && !is_asked) continue;
        auto fitted = planner::fit_transfers(read.log.of(stage), stage, options.path);
        if (!fitted) return fitted.error();
        report.stages.push_back({stage, std::move(fitted->fit)});
        for (Diagnostic& warning : fitted->warnings)
            warnings.push_back(std::move(warning));
    }
    return report;
}

ExitCode fit_workers(const WorkersOptions& options, Console& console) {
    auto names = options.columns.empty() ? Result<io::WorkerLogNames>{io::WorkerLogNames{}}
                                         : io::parse_worker_columns(options.columns);
    if (!names) {
        show(names.error(), console);
        return ExitCode::usage_error;
    }
    const auto read =
        io::read_worker_log(options.path, {.columns = std::move(names).value(), .stage = options.stage});
    if (!read) return fail(console, read);
    show_notes(read->notes, options.answer, console);
    Diagnostics warnings;
    const auto report = fit(*read, options, warnings);
    if (!report) return fail(console, report);
    show_notes(warnings, options.answer, console);
    AnswerOptions answer = options.answer;
    answer.format = format_of(options) == LogFormat::table ? Format::table
                    : format_of(options) == LogFormat::csv ? Format::csv
                                                           : Format::json;
    return deliver(formatted(*report, format_of(options)), answer, console);
}

}  // namespace

void add_trace_workers(CLI::App& trace, Invocation& chosen) {
    const auto options = std::make_shared<WorkersOptions>();
    CLI::App* command = trace.add_subcommand(
        "workers", "What fetchers or uploaders need for a transfer, from a log of sizes and durations");
    command
        ->add_option("log", options->path,
                     "The log: CSV with a size and a duration a row; gzip is recognised")
        ->required()
        ->option_text("LOG");
    command
        ->add_option(
            "--columns", options->columns,
            "Its columns: size=bytes,duration=took,unit=ms or size=bytes,start=began,end=ended; also "
            "stage=kind")
        ->option_text("NAMES [size_bytes, duration_us, ...]");
    command
        ->add_option_function<int>(
            "--stage", [options](int stage) { options->stage = static_cast<Stage>(stage); },
            "What the log's transfers are, fetch or upload; of a log that says so, only these")
        ->transform(choice_of<Stage>({{"fetch", Stage::fetch}, {"upload", Stage::upload}}))
        ->option_text("STAGE");
    command
        ->add_option_function<int>(
            "--format", [options](int format) { options->format = static_cast<LogFormat>(format); },
            "How the answer is written: table, json, csv, md or yaml (for the scenario's pipeline)")
        ->transform(choice_of<LogFormat>({{"table", LogFormat::table},
                                          {"json", LogFormat::json},
                                          {"csv", LogFormat::csv},
                                          {"md", LogFormat::md},
                                          {"yaml", LogFormat::yaml}}))
        ->option_text("FORMAT [table; yaml into a .yaml]");
    add_csv_dialect_option(*command, options->answer);
    add_delivery_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return fit_workers(*options, console); };
    });
}

}  // namespace firn::cli
