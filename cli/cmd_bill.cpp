#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/price_change_options.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/bill_report.hpp"
#include "core/yaml/usage_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

struct BillOptions {
    std::string path;
    std::string price_book;  ///< in place of the one that the file names
    PriceChangeOptions price_changes;
    bool explain = false;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    AnswerOptions answer;
};

/// A bill with the edition of the prices that made it.
struct PricedBill {
    pricing::Bill bill;
    report::PriceBookIdentity prices;
    Diagnostics warnings;
};

/// Options change the settings of the file as they change those of a scenario.
Diagnostics apply_options(const BillOptions& options, usage::Usage& usage) {
    scenario::Scenario settings;
    settings.billing = usage.billing;
    settings.rules = usage.rules;
    Diagnostics wrong = apply_price_changes(options.price_changes, settings);
    usage.billing = *std::move(settings.billing);
    usage.rules = *settings.rules;
    return wrong;
}

/// The begin of the first month; the usage has one.
Instant begin_of(const usage::Usage& usage) {
    const auto earlier = [](const usage::Period& a, const usage::Period& b) { return a.month < b.month; };
    return std::min_element(usage.periods.begin(), usage.periods.end(), earlier)->month.begin();
}

Result<PricedBill> priced(const std::string& text, const BillOptions& options) {
    auto usage = yaml::read_usage(options.path, text);
    if (!usage) return usage.error();
    Diagnostics wrong = apply_options(options, *usage);
    if (!wrong.empty()) return wrong;
    const std::string& name = options.price_book.empty() ? usage->price_book : options.price_book;
    const auto book = find_price_book(name, usage->region);
    if (!book) return options.price_book.empty() ? placed(book.error(), options.path) : book.error();
    // JSON always has the steps: a program that reads it cannot ask again.
    const bool explain = options.explain || options.answer.format == Format::json;
    auto bill = pricing::price(*usage, *book, {.rounding = options.rounding, .explain = explain});
    if (bill) {
        Diagnostics warnings =
            usage->periods.empty() ? Diagnostics{} : pricing::closed_book_warnings(*book, begin_of(*usage));
        return PricedBill{std::move(bill).value(), identity_of(*book), std::move(warnings)};
    }
    Diagnostics diagnostics = std::move(bill).error();
    add_excerpts(diagnostics, options.path, text);
    return diagnostics;
}

std::string formatted(const PricedBill& priced, const BillOptions& options) {
    const report::BillReport report{priced.bill, options.explain};
    switch (options.answer.format) {
        case Format::table:
            return report::bill_text(report);
        case Format::json:
            return report::bill_json(priced.bill, {.program_version = std::string{program_version()},
                                                   .price_books = {priced.prices}});
        case Format::csv:
            return report::bill_csv(priced.bill);
        case Format::md:
            return report::bill_markdown(report);
    }
    return {};
}

ExitCode bill(const BillOptions& options, Console& console) {
    const auto text = io::read_text_file(options.path);
    if (!text) return fail(console, text);
    const auto result = priced(*text, options);
    if (!result) return fail(console, result);
    show_notes(result->warnings, options.answer, console);
    return deliver(formatted(*result, options), options.answer, console);
}

}  // namespace

void add_bill(CLI::App& program, Invocation& chosen) {
    const auto options = std::make_shared<BillOptions>();
    CLI::App* command = program.add_subcommand("bill", "Price a usage file, line by line");
    command->add_option("FILE", options->path, "The usage file (YAML, or the usage of firn simulate)")
        ->required();
    command
        ->add_option("--price-book", options->price_book,
                     "A name in the catalogue, a file or a folder, in place of the one that the file names")
        ->option_text("BOOK");
    command->add_flag("--explain", options->explain, "Show the steps that led to each line");
    add_rounding_option(*command, options->rounding);
    add_price_change_options(*command, options->price_changes);
    add_answer_options(*command, options->answer);
    command->callback(
        [options, &chosen] { chosen.run = [options](Console& console) { return bill(*options, console); }; });
}

}  // namespace firn::cli
