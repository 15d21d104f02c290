#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/placed.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "cli/run_options.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/report/bill_json.hpp"
#include "core/report/bill_report.hpp"
#include "core/yaml/usage_reader.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

struct BillOptions {
    std::string path;
    std::string price_book;  ///< in place of the one that the file names
    bool explain = false;
    pricing::Rounding rounding = pricing::Rounding::invoice;
    AnswerOptions answer;
};

/// A bill with the edition of the prices that made it.
struct PricedBill {
    pricing::Bill bill;
    report::PriceBookIdentity prices;
};

Result<PricedBill> priced(const std::string& text, const BillOptions& options) {
    const auto usage = yaml::read_usage(options.path, text);
    if (!usage) return usage.error();
    const std::string& name = options.price_book.empty() ? usage->price_book : options.price_book;
    const auto book = find_price_book(name, usage->region);
    if (!book) return options.price_book.empty() ? placed(book.error(), options.path) : book.error();
    // JSON always has the steps: a program that reads it cannot ask again.
    const bool explain = options.explain || options.answer.format == Format::json;
    auto bill = pricing::price(*usage, *book, {.rounding = options.rounding, .explain = explain});
    if (bill) return PricedBill{std::move(bill).value(), identity_of(*book)};
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
    add_answer_options(*command, options->answer);
    command->callback(
        [options, &chosen] { chosen.run = [options](Console& console) { return bill(*options, console); }; });
}

}  // namespace firn::cli
