#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/overwritten_input.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/statement_options.hpp"
#include "core/io/read_text_file.hpp"
#include "core/io/statement_reader.hpp"
#include "core/pricing/price.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/report/variance_report.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/usage_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

using report::BilledMonth;

struct VarianceOptions {
    std::string budget;
    std::vector<std::string> actual;
    std::string through;
    StatementTexts statement;
    AnswerOptions answer;
};

std::string formatted(const report::Variance& variance, Format format) {
    switch (format) {
        case Format::table:
            return report::variance_text(variance);
        case Format::json:
            return report::variance_json(variance);
        case Format::csv:
            return report::variance_csv(variance);
        case Format::md:
            return report::variance_markdown(variance);
    }
    return {};
}

BilledMonth& month_in(std::vector<BilledMonth>& months, BillingPeriod month) {
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const BilledMonth& billed) { return billed.month == month; });
    if (found != months.end()) return *found;
    months.push_back({.month = month});
    return months.back();
}

Result<std::vector<BilledMonth>> billed_usage(const std::string& path, const std::string& text) {
    const auto usage = yaml::read_usage(path, text);
    if (!usage) return usage.error();
    const auto book = find_price_book(usage->price_book, usage->region);
    if (!book) return placed(book.error(), path);
    const auto bill = pricing::price(*usage, *book);
    if (!bill) return bill.error();
    std::vector<BilledMonth> months;
    for (const pricing::PeriodBill& period : bill->periods) {
        for (const pricing::LineItem& line : period.lines)
            month_in(months, period.month)
                .lines.push_back({line.usage_type, line.unit, line.quantity, line.cost});
    }
    return months;
}

Result<std::vector<BilledMonth>> billed_statement(const VarianceOptions& options,
                                                  const report::Budget& budget, Console& console) {
    auto wanted = statement_options(options.statement, reconcile::services_of(budget.price_book));
    if (!wanted) return wanted.error();
    wanted->currency = budget.currency;
    const auto read = io::read_statement(options.actual, *wanted);
    if (!read) return read.error();
    show_notes(read->notes, options.answer, console);
    std::vector<BilledMonth> months;
    for (const statement::Line& line : read->statement.lines) {
        const auto named = wanted->scope.months.size() == 1 ? std::optional{wanted->scope.months.front()}
                                                            : std::optional<BillingPeriod>{};
        const auto month = line.month ? line.month : named;
        if (!month)
            return failure({.code = "month-missing",
                            .where = {.file = options.actual.front()},
                            .what = "the statement names no month",
                            .expected = "the month that it bills",
                            .remedy = "name it with --month"});
        month_in(months, *month).lines.push_back({line.usage_type, line.unit, line.quantity, line.cost});
    }
    return months;
}

/// A usage file, the JSON of a bill, or what the vendor reports.
Result<std::vector<BilledMonth>> billed_by(const VarianceOptions& options, const report::Budget& budget,
                                           Console& console) {
    if (options.actual.size() > 1 || options.actual.front().ends_with(".gz"))
        return billed_statement(options, budget, console);
    const std::string& path = options.actual.front();
    const auto text = io::read_text_file(path);
    if (!text) return text.error();
    const auto first = text->find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text->at(first) == '{') return report::read_bill_json(path, *text);
    if (text->starts_with("usage:") || text->find("\nusage:") != std::string::npos)
        return billed_usage(path, *text);
    return billed_statement(options, budget, console);
}

/// A line that the budget has too is counted in the budget's unit, however the statement spells it.
void name_units(const report::Budget& budget, std::vector<BilledMonth>& billed) {
    for (BilledMonth& month : billed) {
        for (forecast::BridgeLine& line : month.lines) {
            for (const report::BudgetMonth& planned : budget.months) {
                for (const forecast::BridgeLine& known : planned.lines) {
                    if (known.usage_type == line.usage_type) line.unit = known.unit;
                }
            }
        }
    }
}

/// The share of the last billed month that has passed by the day; 1 without a day.
Result<Rational> open_share(const std::string& through, const std::vector<BilledMonth>& billed) {
    if (through.empty() || billed.empty()) return Rational{1};
    const auto day = parse_instant(through + "T00:00Z");
    const BillingPeriod last = billed.back().month;
    if (!day || !last.contains(*day))
        return failure({.code = "through-outside-month",
                        .where = {.file = "--through"},
                        .what = through + " is no day of the last billed month, " + to_text(last),
                        .expected = "the last day that is billed, such as " + to_text(last) + "-20"});
    const auto passed = *day - last.begin() + std::chrono::hours{24};
    return Rational{std::chrono::duration_cast<Duration>(passed).count(), last.length().count()};
}

ExitCode variance(const VarianceOptions& options, Console& console) {
    std::vector<std::string> read = options.actual;
    read.push_back(options.budget);
    if (const auto lost = overwritten_file({{"--output", options.answer.output}}, read)) {
        show({*lost}, console);
        return ExitCode::usage_error;
    }
    const auto text = io::read_text_file(options.budget);
    if (!text) return fail(console, text);
    auto budget = report::read_budget(options.budget, *text);
    if (!budget) return fail(console, budget);
    auto billed = billed_by(options, *budget, console);
    if (!billed) return fail(console, billed);
    std::sort(billed->begin(), billed->end(),
              [](const BilledMonth& a, const BilledMonth& b) { return a.month < b.month; });
    name_units(*budget, *billed);
    const auto share = open_share(options.through, *billed);
    if (!share) {
        show(share.error(), console);
        return ExitCode::usage_error;
    }
    auto result = report::variance_of(std::move(budget).value(), *billed, *share);
    if (!result) return fail(console, result);
    result->provenance = program_provenance();
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
            "What was billed: a usage file, the JSON of firn bill, or what the vendor reports as firn "
            "reconcile reads it; several files of one report are added up")
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
