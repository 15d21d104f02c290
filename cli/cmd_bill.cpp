#include "cli/answer.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/price_change_options.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/bill_cur.hpp"
#include "core/report/bill_focus.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/bill_report.hpp"
#include "core/yaml/usage_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

/// The formats of this command: the usual ones, and those of billing data.
enum class BillFormat { table, json, csv, md, cur, cur2, focus };

struct BillOptions {
    std::string path;
    std::string price_book;  ///< in place of the one that the file names
    PriceChangeOptions price_changes;
    bool explain = false;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    bool has_rounding = false;  ///< somebody asked for it
    BillFormat format = BillFormat::table;
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

/// A cost and usage report has ten decimals, unless somebody wants another rounding.
pricing::Rounding rounding_of(const BillOptions& options) {
    const bool is_report = options.format == BillFormat::cur || options.format == BillFormat::cur2;
    return is_report && !options.has_rounding ? pricing::Rounding::report : options.rounding;
}

Result<PricedBill> priced(const std::string& text, const usage::Usage& used, const BillOptions& options) {
    const std::string& name = options.price_book.empty() ? used.price_book : options.price_book;
    const auto book = find_price_book(name, used.region);
    if (!book) return options.price_book.empty() ? placed(book.error(), options.path) : book.error();
    // JSON always has the steps: a program that reads it cannot ask again.
    const bool explain = options.explain || options.format == BillFormat::json;
    auto bill = pricing::price(used, *book, {.rounding = rounding_of(options), .explain = explain});
    if (bill) {
        Diagnostics warnings =
            used.periods.empty() ? Diagnostics{} : pricing::closed_book_warnings(*book, begin_of(used));
        return PricedBill{std::move(bill).value(), identity_of(*book), std::move(warnings)};
    }
    Diagnostics diagnostics = std::move(bill).error();
    add_excerpts(diagnostics, options.path, text);
    return diagnostics;
}

std::string formatted(const PricedBill& priced, const BillOptions& options) {
    const report::BillReport report{priced.bill, options.explain};
    switch (options.format) {
        case BillFormat::table:
            return report::bill_text(report);
        case BillFormat::json:
            return report::bill_json(priced.bill, {.program_version = std::string{program_version()},
                                                   .price_books = {priced.prices}});
        case BillFormat::csv:
            return report::bill_csv(priced.bill);
        case BillFormat::md:
            return report::bill_markdown(report);
        case BillFormat::cur:
            return report::bill_cur(priced.bill);
        case BillFormat::cur2:
            return report::bill_cur(priced.bill, report::CurNames::cur2);
        case BillFormat::focus:
            return report::bill_focus(priced.bill);
    }
    return {};
}

ExitCode bill(const BillOptions& options, Console& console) {
    const auto text = io::read_text_file(options.path);
    if (!text) return fail(console, text);
    auto usage = yaml::read_usage(options.path, *text);
    if (!usage) return fail(console, usage);
    const Diagnostics wrong = apply_options(options, *usage);
    if (!wrong.empty()) {
        show(wrong, console);
        return ExitCode::usage_error;
    }
    const auto result = priced(*text, *usage, options);
    if (!result) return fail(console, result);
    show_notes(result->warnings, options.answer, console);
    return deliver(formatted(*result, options), options.answer, console);
}

/// How the answer is treated when it is given: as text for a person, or as one of the CSVs.
Format answer_format(BillFormat format) {
    switch (format) {
        case BillFormat::table:
            return Format::table;
        case BillFormat::json:
            return Format::json;
        case BillFormat::md:
            return Format::md;
        case BillFormat::csv:
        case BillFormat::cur:
        case BillFormat::cur2:
        case BillFormat::focus:
            return Format::csv;
    }
    return Format::table;
}

void add_format_option(CLI::App& command, BillOptions& options) {
    const std::map<std::string, BillFormat> formats{{"table", BillFormat::table}, {"json", BillFormat::json},
                                                    {"csv", BillFormat::csv},     {"md", BillFormat::md},
                                                    {"cur", BillFormat::cur},     {"cur2", BillFormat::cur2},
                                                    {"focus", BillFormat::focus}};
    command
        .add_option("--format", options.format,
                    "How the answer is written: table, json, csv or md; cur or cur2, the columns of a Cost "
                    "and Usage Report; focus, those of FOCUS 1.2")
        ->transform(choice_of(formats))
        ->option_text("FORMAT [table]");
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
    add_format_option(*command, *options);
    add_price_change_options(*command, options->price_changes);
    add_csv_dialect_option(*command, options->answer);
    add_delivery_options(*command, options->answer);
    command->callback([options, command, &chosen] {
        options->has_rounding = command->count("--rounding") > 0;
        options->answer.format = answer_format(options->format);
        chosen.run = [options](Console& console) { return bill(*options, console); };
    });
}

}  // namespace firn::cli
