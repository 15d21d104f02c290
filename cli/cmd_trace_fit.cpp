#include "cli/answer.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/program.hpp"
#include "core/io/monthly_reader.hpp"
#include "core/io/trace_reader.hpp"
#include "core/loading/simulated_profile.hpp"
#include "core/planner/growth_fit.hpp"
#include "core/report/growth_fit_report.hpp"
#include "core/workload/trace_profile.hpp"
#include "core/yaml/scenario_writer.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

/// The formats of this command: the usual ones, and a scenario.
enum class FitFormat { table, json, csv, md, yaml };

struct FitOptions {
    std::string path;
    std::string from;
    std::string columns;
    std::optional<FitFormat> format;
    AnswerOptions answer;
};

FitFormat format_of(const FitOptions& options) {
    const std::string& output = options.answer.output;
    const bool is_yaml = output.ends_with(".yaml") || output.ends_with(".yml");
    return options.format.value_or(is_yaml ? FitFormat::yaml : FitFormat::table);
}

std::string formatted(const report::GrowthFitReport& report, FitFormat format) {
    switch (format) {
        case FitFormat::table:
            return report::growth_fit_text(report);
        case FitFormat::json:
            return report::growth_fit_json(report);
        case FitFormat::csv:
            return report::growth_fit_csv(report);
        case FitFormat::md:
            return report::growth_fit_markdown(report);
        case FitFormat::yaml:
            return yaml::scenario_text(report.fit.scenario, report::growth_fit_heading(report));
    }
    return {};
}

/// What was read, and as what.
struct ReadProfile {
    workload::TraceProfile profile;
    std::string format;
    Diagnostics notes{};
};

Result<ReadProfile> read_rows(const std::string& path, const io::TraceOptions& options) {
    auto trace = io::open_trace(path, options);
    if (!trace) return trace.error();
    auto profile = workload::profile_of(trace->rows);
    if (!profile) return profile.error();
    Diagnostics notes = std::move(trace->notes);
    append(notes, io::remarks_on(path, *trace->tally, Severity::note));
    return ReadProfile{std::move(profile).value(), std::string{io::name_of(trace->format)}, std::move(notes)};
}

Result<ReadProfile> read_profile(const FitOptions& options) {
    io::TraceOptions trace;
    if (!options.from.empty()) trace.format = io::trace_format_named(options.from);
    if (!options.columns.empty()) {
        auto columns = io::parse_trace_columns(options.columns);
        if (!columns) return columns.error();
        trace.columns = std::move(columns).value();
    } else if (!trace.format) {
        const auto format = io::recognise_trace_format(options.path);
        if (!format) return format.error();
        if (*format == io::TraceFormat::monthly) trace.format = io::TraceFormat::monthly;
    }
    if (trace.format == io::TraceFormat::monthly) {
        const auto totals = io::read_monthly_totals(options.path);
        if (!totals) return totals.error();
        return ReadProfile{workload::profile_of(*totals), "monthly"};
    }
    auto read = read_rows(options.path, trace);
    if (read || !io::is_only_out_of_order(read.error())) return read;
    trace.order = io::RowOrder::sorted;
    return read_rows(options.path, trace);
}

ExitCode fit_trace(const FitOptions& options, Console& console) {
    const auto read = read_profile(options);
    if (!read) return fail(console, read);
    show_notes(read->notes, options.answer, console);
    const auto fit = planner::fit_growth(read->profile);
    if (!fit) return fail(console, fit);
    Diagnostics warnings = fit->warnings;
    for (Diagnostic& warning : warnings)
        warning.where = {.file = options.path};
    show_notes(warnings, options.answer, console);
    const auto model = loading::simulated_profile(fit->scenario, read->profile.first, read->profile.last);
    if (!model) return fail(console, model);
    const report::GrowthFitReport report{options.path,  read->format, *fit,
                                         read->profile, *model,       program_provenance()};
    return deliver(formatted(report, format_of(options)), options.answer, console);
}

}  // namespace

void add_trace_fit(CLI::App& trace, Invocation& chosen) {
    const auto options = std::make_shared<FitOptions>();
    CLI::App* command = trace.add_subcommand(
        "fit", "A growth model that resembles a trace, a listing or monthly totals, and how well it does");
    command->add_option("trace", options->path, "The trace, listing, or table of monthly totals")
        ->required()
        ->option_text("FILE");
    const std::vector<std::string> formats = io::trace_format_names();
    command->add_option("--from", options->from, "What wrote it: " + one_of(formats))
        ->check(CLI::IsMember(formats).description(""))
        ->option_text("FORMAT [by its first lines]");
    command
        ->add_option(
            "--columns", options->columns,
            "Columns of a CSV or TSV trace, by name or number: time=uploaded,size=bytes or time=1,size=3")
        ->option_text("NAMES");
    command
        ->add_option_function<int>(
            "--format", [options](int format) { options->format = static_cast<FitFormat>(format); },
            "How the answer is written: table, json, csv, md or yaml (a scenario with the growth model)")
        ->transform(choice_of<FitFormat>({{"table", FitFormat::table},
                                          {"json", FitFormat::json},
                                          {"csv", FitFormat::csv},
                                          {"md", FitFormat::md},
                                          {"yaml", FitFormat::yaml}}))
        ->option_text("FORMAT [table; yaml into a .yaml]");
    add_delivery_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return fit_trace(*options, console); };
    });
}

}  // namespace firn::cli
