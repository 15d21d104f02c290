#include "cli/answer.hpp"

#include "cli/choice.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/io/output_file.hpp"
#include "core/report/csv_dialect.hpp"
#include "core/units/utf8_text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>
#include <string_view>
#include <vector>

namespace firn::cli {

namespace {

const report::CsvDialect* find_dialect(std::string_view name) {
    const auto dialects = report::csv_dialects();
    const auto found = std::find_if(dialects.begin(), dialects.end(),
                                    [&](const report::CsvDialect& dialect) { return dialect.name == name; });
    return found == dialects.end() ? nullptr : &*found;
}

std::vector<std::string> dialect_names() {
    std::vector<std::string> names;
    for (const report::CsvDialect& dialect : report::csv_dialects())
        names.emplace_back(dialect.name);
    return names;
}

Diagnostic no_csv() {
    return {.code = "csv-dialect-unused",
            .where = {"--csv-dialect", 0, 0},
            .what = "the answer is no CSV",
            .expected = "--format csv",
            .remedy = "add --format csv, or leave --csv-dialect out"};
}

}  // namespace

void add_answer_options(CLI::App& command, AnswerOptions& options) {
    static const std::map<std::string, Format> kFormats{
        {"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}, {"md", Format::md}};
    command.add_option("--format", options.format, "How the answer is written: table, json, csv or md")
        ->transform(choice_of(kFormats))
        ->option_text(options.format == Format::json ? "FORMAT [json]" : "FORMAT [table]");
    add_csv_dialect_option(command, options);
    add_delivery_options(command, options);
}

void add_csv_dialect_option(CLI::App& command, AnswerOptions& options) {
    const auto check = [](const std::string& text) {
        return find_dialect(text) != nullptr ? std::string{}
                                             : firn::quoted(text) + " is not " + one_of(dialect_names());
    };
    command
        .add_option(
            "--csv-dialect", options.csv_dialect,
            "CSV as a country's spreadsheets open it: us, de or fr (semicolon, decimal comma); plain is for "
            "programs")
        ->check(CLI::Validator{check, ""})
        ->option_text("DIALECT [plain]");
}

void add_delivery_options(CLI::App& command, AnswerOptions& options) {
    command.add_option("--output", options.output, "Write the answer to this file instead of stdout")
        ->option_text("FILE");
    command.add_flag("--quiet", options.quiet, "No notes and no progress on stderr, errors only");
    command.add_flag("--no-color", options.no_color, "No colours on a terminal");
}

namespace {

/// The first line in bold, where a person reads it on a terminal.
std::string with_bold_answer(const std::string& answer) {
    const auto end = answer.find('\n');
    if (end == std::string::npos) return answer;
    return "\033[1m" + answer.substr(0, end) + "\033[0m" + answer.substr(end);
}

}  // namespace

ExitCode deliver(const std::string& answer, const AnswerOptions& options, Console& console) {
    if (!options.csv_dialect.empty()) {
        if (options.format != Format::csv) {
            show({no_csv()}, console);
            return ExitCode::usage_error;
        }
        AnswerOptions rest = options;
        rest.csv_dialect.clear();
        return deliver(report::in_dialect(answer, *find_dialect(options.csv_dialect)), rest, console);
    }
    if (options.output.empty()) {
        const bool bold = console.out_is_terminal && options.format == Format::table && !options.no_color;
        console.out << (bold ? with_bold_answer(answer) : answer);
        return flushed(console);
    }
    const auto written = io::write_file_atomically(options.output, answer);
    if (written) return ExitCode::done;
    show(written.error(), console);
    return ExitCode::input_error;
}

void show_notes(const Diagnostics& notes, const AnswerOptions& options, Console& console) {
    if (!options.quiet) return show(notes, console);
    Diagnostics errors;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(errors),
                 [](const Diagnostic& d) { return d.severity == Severity::error; });
    show(errors, console);
}

}  // namespace firn::cli
