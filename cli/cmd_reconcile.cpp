#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/expected_bill.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "cli/statement_options.hpp"
#include "cli/statement_usage.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/reconcile/compare.hpp"
#include "core/report/reconciliation_report.hpp"
#include "core/yaml/usage_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

struct ReconcileOptions {
    ExpectedOptions expected;
    std::vector<std::string> actual;
    std::vector<std::string> usage_from;
    std::string region;
    StatementTexts statement;
    std::string tolerance;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    bool has_rounding = false;
    AnswerOptions answer;
};

std::string formatted(const report::ReconciliationReport& report, Format format) {
    switch (format) {
        case Format::table:
            return report::reconciliation_text(report);
        case Format::json:
            return report::reconciliation_json(report);
        case Format::csv:
            return report::reconciliation_csv(report);
        case Format::md:
            return report::reconciliation_markdown(report);
    }
    return {};
}

ExitCode usage_from(const ReconcileOptions& options, Console& console) {
    const auto wanted = statement_options(options.statement, {});
    if (!wanted) {
        (void)fail(console, wanted);
        return ExitCode::usage_error;
    }
    const auto reported = reported_usage({options.usage_from, options.expected.price_book, options.region},
                                         options.statement, options.answer, console);
    if (!reported) return fail(console, reported);
    const std::string heading =
        fmt::format("What {} bills, as usage; firn bill prices it.", fmt::join(options.usage_from, ", "));
    AnswerOptions answer = options.answer;
    answer.format = Format::md;  // no table: nothing is set in bold or changed for a spreadsheet
    return deliver(yaml::usage_text(reported->usage, heading), answer, console);
}

ExitCode reconcile(const ReconcileOptions& options, Console& console) {
    const auto tolerance = parse_tolerance(options.tolerance);
    const auto options_check = statement_options(options.statement, {});
    if (!tolerance || !options_check) {
        (void)fail(console, tolerance, options_check);
        return ExitCode::usage_error;
    }
    auto source = choose_expected(options.expected);
    if (!source) return refuse(source.error(), console);
    auto wanted = statement_options(options.statement, reconcile::services_of(source->book.name));
    wanted->currency = source->book.currency;
    const auto read = io::read_statement(options.actual, *wanted);
    if (!read) return fail(console, read);
    if (const auto known = check_services(read->statement, options.statement); !known)
        return fail(console, known);
    const pricing::Rounding rounding =
        options.has_rounding ? options.rounding : reconcile::rounding_of(read->statement);
    const auto bill = expected_bill(*source, {.rounding = rounding}, options.answer, console);
    if (!bill) return fail(console, bill);
    const auto comparison = reconcile::compare(*bill, read->statement, source->book,
                                               {.months = wanted->scope.months, .tolerance = *tolerance});
    if (!comparison) return fail(console, comparison);
    show_notes(read->notes, options.answer, console);
    report::Provenance provenance = provenance_of(*source);
    const ExitCode delivered = deliver(formatted({*comparison, std::move(provenance)}, options.answer.format),
                                       options.answer, console);
    if (delivered != ExitCode::done) return delivered;
    return comparison->is_within_tolerance ? ExitCode::done : ExitCode::limit_crossed;
}

/// Either a comparison, or a usage file.
void check_together(const ReconcileOptions& options) {
    const bool compares = !options.expected.scenario.path.empty() || !options.actual.empty();
    if (options.usage_from.empty()) {
        if (options.expected.scenario.path.empty()) throw CLI::RequiredError("SCENARIO|USAGE");
        if (options.actual.empty()) throw CLI::RequiredError("--actual");
    } else if (compares) {
        throw CLI::ExcludesError("--usage-from", options.actual.empty() ? "SCENARIO|USAGE" : "--actual");
    }
}

}  // namespace

void add_reconcile(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<ReconcileOptions>();
    CLI::App* command = program.add_subcommand(
        "reconcile", "Compare what the vendor bills with what the model expects, line by line");
    add_expected_options(*command, options->expected);
    command
        ->add_option(
            "--actual", options->actual,
            "What the vendor reports: a cost and usage report, FOCUS, a table of Cost Explorer, or a list "
            "usage_type,quantity,cost; CSV, gz or not; several files of one report are added up")
        ->option_text("FILE...");
    command
        ->add_option("--usage-from", options->usage_from,
                     "Turn such a report into a usage file instead of comparing it")
        ->option_text("FILE...");
    command
        ->add_option("--region", options->region,
                     "With --usage-from: the region, where several could be meant")
        ->option_text("REGION [by the usage types]");
    add_statement_options(*command, options->statement);
    command
        ->add_option(
            "--tolerance", options->tolerance,
            "How far the totals may be apart, an amount or a share (0.50, \"1 %\"): beyond it the exit code "
            "is 3")
        ->option_text("AMOUNT|SHARE [to the cent]");
    add_rounding_option(*command, options->rounding);
    add_answer_options(*command, options->answer);
    CLI::Option* rounding = command->get_option("--rounding");
    rounding->option_text("MODE [as the statement prints costs]");
    command->callback([options, rounding, &chosen] {
        options->has_rounding = rounding->count() > 0;
        check_together(*options);
        if (!options->usage_from.empty()) {
            chosen.run = [options](Console& console) { return usage_from(*options, console); };
            return;
        }
        chosen.run = [options](Console& console) { return reconcile(*options, console); };
    });
}

}  // namespace firn::cli
