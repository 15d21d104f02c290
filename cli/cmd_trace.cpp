#include "cli/answer.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/program.hpp"
#include "cli/scenario_options.hpp"
#include "cli/scratch_folder.hpp"
#include "core/io/trace_reader.hpp"
#include "core/io/trace_writer.hpp"
#include "core/loading/open_workload.hpp"
#include "core/report/trace_report.hpp"
#include "core/units/quantity_text.hpp"
#include "core/workload/reference_w1.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

constexpr const char* kReferenceW1 = "reference-w1";
constexpr const char* kReferenceStart = "2012-11-01T00:00Z";

struct InfoOptions {
    std::string path;
    std::string format;
    std::string columns;
    std::string as;
    bool strict = false;
    AnswerOptions answer;
};

Result<io::TraceOptions> trace_options(const InfoOptions& options) {
    io::TraceOptions trace;
    if (!options.format.empty()) trace.format = io::trace_format_named(options.format);
    trace.strict = options.strict;
    trace.sort.folder = scratch_folder();
    if (options.columns.empty()) return trace;
    auto columns = io::parse_trace_columns(options.columns);
    if (!columns) return columns.error();
    trace.columns = std::move(columns).value();
    return trace;
}

std::string formatted(const report::TraceReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::trace_text(report);
        case Format::json:
            return report::trace_json(report);
        case Format::csv:
            return report::trace_csv(report);
        case Format::md:
            return report::trace_markdown(report);
    }
    return {};
}

/// A trace that has been read to its end.
struct ReadTrace {
    io::OpenedTrace trace;
    workload::TraceSummary summary;
};

Result<ReadTrace> read_trace(const std::string& path, const io::TraceOptions& options) {
    auto trace = io::open_trace(path, options);
    if (!trace) return trace.error();
    auto summary = workload::summarize(trace->rows);
    if (!summary) return summary.error();
    return ReadTrace{std::move(trace).value(), std::move(summary).value()};
}

/// Sorts a trace that turns out to need it.
Result<ReadTrace> read_in_order(const std::string& path, io::TraceOptions options) {
    auto read = read_trace(path, options);
    if (read || options.strict || !io::is_only_out_of_order(read.error())) return read;
    options.order = io::RowOrder::sorted;
    return read_trace(path, options);
}

/// What `plan` and `simulate` take the rows for unless told otherwise.
std::string usual_reading(const io::OpenedTrace& trace) { return trace.has_times ? "arrivals" : "stock"; }

ExitCode show_info(const InfoOptions& options, Console& console) {
    const auto reading = trace_options(options);
    if (!reading) {
        show(reading.error(), console);
        return ExitCode::usage_error;
    }
    auto read = read_in_order(options.path, *reading);
    if (!read) return fail(console, read);
    show_notes(read->trace.notes, options.answer, console);
    show_notes(io::remarks_on(options.path, *read->trace.tally, Severity::note), options.answer, console);
    if (!read->trace.has_times) {
        read->summary.months.clear();
        read->summary.hours_of_day = {};
    }
    report::TraceReport report{options.path, std::string{io::name_of(read->trace.format)}, read->summary,
                               program_provenance()};
    report.reading = options.as.empty() ? usual_reading(read->trace) : options.as;
    report.has_times = read->trace.has_times;
    for (std::size_t i = 0; i < io::kRemarks; ++i) {
        const auto remark = static_cast<io::Remark>(i);
        if (const std::int64_t count = read->trace.tally->count_of(remark); count > 0)
            report.remarks.emplace_back(io::name_of(remark), count);
    }
    return deliver(formatted(report, options.answer.format), options.answer, console);
}

void add_info(CLI::App& trace, Invocation& chosen) {
    const auto options = std::make_shared<InfoOptions>();
    CLI::App* command =
        trace.add_subcommand("info", "What a trace or listing holds: files, bytes, sizes, months");
    command
        ->add_option(
            "trace", options->path,
            "The trace: CSV or TSV, the listing of a tool, an S3 Inventory or a folder; gzip is recognised")
        ->required()
        ->option_text("FILE");
    const std::vector<std::string> formats = io::trace_format_names();
    command->add_option("--from", options->format, "What wrote it: " + one_of(formats))
        ->check(CLI::IsMember(formats).description(""))
        ->option_text("FORMAT [by its first lines]");
    command
        ->add_option(
            "--columns", options->columns,
            "Columns of a CSV or TSV trace, by name or number: time=uploaded,size=bytes or time=1,size=3")
        ->option_text("NAMES");
    command->add_option("--as", options->as, "What the rows are: arrivals, stock or archives")
        ->check(CLI::IsMember({"arrivals", "stock", "archives"}).description(""))
        ->option_text("READING [arrivals, or stock without times]");
    command->add_flag("--strict", options->strict, "Refuse a file of which something is left out or guessed");
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return show_info(*options, console); };
    });
}

struct GenerateOptions {
    std::string what;
    std::string files;
    std::string replicate;
    std::string seed;
    std::string start;
    io::TraceTimes times = io::TraceTimes::microseconds;
    std::string output;
};

/// Files to be written and the instant from which they count.
struct GeneratedFiles {
    workload::FileSource files;
    Instant start{};
};

Diagnostic wrong_option(std::string option, QuantityError error) {
    return {.code = std::move(error.code),
            .where = {std::move(option), 0, 0},
            .what = std::move(error.what),
            .expected = std::move(error.expected),
            .remedy = std::move(error.remedy)};
}

Expected<GeneratedFiles, ScenarioTrouble> reference_files(const GenerateOptions& options) {
    const auto files = parse_count(options.files.empty() ? "1000000" : options.files);
    const auto replicate = parse_count(options.replicate.empty() ? "0" : options.replicate);
    const auto start = parse_instant(options.start.empty() ? kReferenceStart : options.start);
    ScenarioTrouble trouble{{}, ExitCode::usage_error};
    if (!files) trouble.diagnostics.push_back(wrong_option("--files", files.error()));
    if (!replicate) trouble.diagnostics.push_back(wrong_option("--replicate", replicate.error()));
    if (!start) trouble.diagnostics.push_back(wrong_option("--start", start.error()));
    if (!trouble.diagnostics.empty()) return trouble;
    return GeneratedFiles{
        workload::reference_w1(static_cast<std::uint64_t>(*files), static_cast<std::uint64_t>(*replicate)),
        *start};
}

Expected<GeneratedFiles, ScenarioTrouble> scenario_files(const GenerateOptions& options) {
    ScenarioOptions overrides;
    overrides.path = options.what;
    for (const auto& [name, text] :
         {std::pair{"--files", options.files}, std::pair{"--replicate", options.replicate},
          std::pair{"--seed", options.seed}, std::pair{"--start", options.start}}) {
        if (!text.empty()) overrides.texts[name] = text;
    }
    const auto chosen = choose_scenario(overrides);
    if (!chosen) return chosen.error();
    // A written trace may begin anew, so an unsorted one is sorted at once.
    loading::WorkloadOverrides overrides_of_run = chosen->overrides;
    overrides_of_run.sort_trace = true;
    auto workload = loading::open_workload(chosen->scenario, chosen->folder, overrides_of_run);
    if (!workload) return ScenarioTrouble{workload.error(), ExitCode::input_error};
    return GeneratedFiles{std::move(workload->files), chosen->scenario.start};
}

Result<std::int64_t> print_trace(const GeneratedFiles& generated, io::TraceTimes times, std::ostream& out) {
    std::int64_t rows = 0;
    std::string text{io::kTraceHeader};
    workload::FileBlock block;
    while (true) {
        const auto more = generated.files(block);
        if (!more) return more.error();
        if (!*more) break;
        io::append_rows(text, block, generated.start, times);
        rows += static_cast<std::int64_t>(block.files());
        out << text;
        text.clear();
        if (!out) break;  // the caller says that the answer could not be written
    }
    out << text;
    return rows;
}

ExitCode generate(const GenerateOptions& options, Console& console) {
    const bool is_reference = options.what == kReferenceW1;
    const auto generated = is_reference ? reference_files(options) : scenario_files(options);
    if (!generated) {
        show(generated.error().diagnostics, console);
        return generated.error().exit_code;
    }
    const auto rows = options.output.empty() ? print_trace(*generated, options.times, console.out)
                                             : io::write_trace(options.output, generated->files,
                                                               generated->start, options.times);
    return rows ? flushed(console) : fail(console, rows);
}

void add_generate(CLI::App& trace, Invocation& chosen) {
    const auto options = std::make_shared<GenerateOptions>();
    CLI::App* command =
        trace.add_subcommand("generate", "Write a generated workload, or that of a scenario, as a CSV trace");
    command->add_option("what", options->what, "reference-w1, or a scenario file whose workload is written")
        ->option_text("WHAT [reference-w1]");
    command->add_option("--files", options->files, "How many files (of a scenario: the first N)")
        ->option_text("N [1000000]");
    command->add_option("--replicate", options->replicate, "Which repetition")->option_text("R [0]");
    command->add_option("--seed", options->seed, "Seed of a scenario's workload; reference-w1 has none")
        ->option_text("N");
    command->add_option("--start", options->start, "From when arrivals count")
        ->option_text("TIME [2012-11-01T00:00Z]");
    const std::map<std::string, io::TraceTimes> times{{"microseconds", io::TraceTimes::microseconds},
                                                      {"rfc3339", io::TraceTimes::rfc3339}};
    command
        ->add_option("--times", options->times, "How times are written: microseconds (since 1970) or rfc3339")
        ->transform(choice_of(times))
        ->option_text("FORM [microseconds]");
    command
        ->add_option("--output", options->output,
                     "Write to this file (gzip when it ends in .gz) instead of stdout")
        ->option_text("FILE");
    options->what = kReferenceW1;
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return generate(*options, console); };
    });
}

}  // namespace

void add_trace(CLI::App& program, Invocation& chosen) {
    CLI::App* command = program.add_subcommand("trace", "Look into traces and listings, or write one");
    command->require_subcommand(1);
    add_info(*command, chosen);
    add_generate(*command, chosen);
    add_trace_fit(*command, chosen);
    add_trace_workers(*command, chosen);
}

}  // namespace firn::cli
