#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/placed.hpp"
#include "cli/program.hpp"
#include "cli/statement_options.hpp"
#include "cli/statement_usage.hpp"
#include "core/answers/billed_files.hpp"
#include "core/answers/billed_months.hpp"
#include "core/io/read_text_file.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/report/variance_report.hpp"
#include "core/statement/nothing_left.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

struct VarianceOptions {
    std::string budget;
    std::vector<std::string> actual;
    std::string through;
    StatementTexts statement;
    AnswerOptions answer;
};

std::string formatted(const forecast::Variance& variance, Format format) {
    switch (format) {
        case Format::table:
            return report::variance_text(variance);
        case Format::json:
            return report::variance_json(variance, program_provenance());
        case Format::csv:
            return report::variance_csv(variance);
        case Format::md:
            return report::variance_markdown(variance);
    }
    return {};
}

/// What was billed. What is wrong with a file that has places is placed in it.
Result<answers::Billed> billed_by(const VarianceOptions& options, const forecast::Budget& budget) {
    auto wanted = statement_options(options.statement, reconcile::services_of(budget.price_book));
    if (!wanted) return wanted.error();
    auto billed = answers::billed_months(options.actual, std::move(wanted).value(), budget);
    if (!billed) return placed(std::move(billed).error(), options.actual.front());
    if (const auto known = check_services(billed->services, options.statement); !known) return known.error();
    if (billed->months.empty() && !billed->left_out.empty())
        return Diagnostics{statement::nothing_left(billed->left_out, options.actual.front())};
    return billed;
}

/// What chooses among the rows of a report, and there is no report.
Diagnostics chosen_rows_of(const VarianceOptions& options, answers::BilledKind kind) {
    const auto option = option_of_rows(options.statement);
    if (!option || kind == answers::BilledKind::statement) return {};
    return {rows_beside(*option, answers::words_of(kind))};
}

Result<Rational> share_through(const std::string& through, const std::vector<forecast::BilledMonth>& months) {
    auto share = answers::billed_share(through, months);
    if (share) return share;
    Diagnostics faults = std::move(share).error();
    for (Diagnostic& fault : faults)
        fault.where.file = "--through";
    return faults;
}

ExitCode variance(const VarianceOptions& options, Console& console) {
    const auto files = answers::billed_files(options.actual);
    if (!files) return fail(console, files);
    if (const Diagnostics faults = chosen_rows_of(options, files->kind); !faults.empty()) {
        show(faults, console);
        return ExitCode::usage_error;
    }
    std::vector<std::string> read = files->paths;
    read.push_back(options.budget);
    if (const auto lost = overwritten_file({{"--output", options.answer.output}}, read)) {
        show({*lost}, console);
        return ExitCode::usage_error;
    }
    const auto text = io::read_text_file(options.budget);
    if (!text) return fail(console, text);
    auto budget = report::read_budget(options.budget, *text);
    if (!budget) return fail(console, budget);
    const auto billed = billed_by(options, *budget);
    if (!billed) return fail(console, billed);
    show_notes(billed->notes, options.answer, console);
    const auto share = share_through(options.through, billed->months);
    if (!share) {
        show(share.error(), console);
        return ExitCode::usage_error;
    }
    auto result = forecast::variance_of(std::move(budget).value(), billed->months, *share);
    if (!result) return fail(console, result);
    return deliver(formatted(*result, options.answer.format), options.answer, console);
}

}  // namespace

void add_variance(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<VarianceOptions>();
    CLI::App* command = program.add_subcommand(
        "variance", "Say why the bills differ from a frozen budget: price, volume, mix, one-off, calendar");
    command->add_option("budget", options->budget, "What firn forecast --freeze kept")
        ->required()
        ->option_text("BUDGET");
    command
        ->add_option(
            "--actual", options->actual,
            "What was billed: usage files, the JSON of firn bill, or what the vendor reports as firn "
            "reconcile reads it; several files of one kind, or a folder of them, make one history")
        ->required()
        ->option_text("FILE...");
    command
        ->add_option("--through", options->through,
                     "The last day that is billed, where the last month is not closed")
        ->option_text("DATE");
    add_statement_options(*command, options->statement);
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return variance(*options, console); };
    });
}

}  // namespace firn::cli
