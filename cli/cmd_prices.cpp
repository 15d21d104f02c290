#include "cli/answer.hpp"
#include "cli/book_day.hpp"
#include "cli/command.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "core/report/price_book_json.hpp"
#include "core/report/price_book_report.hpp"
#include "core/report/price_catalogue.hpp"
#include "core/report/price_period_text.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firn::cli {

namespace {

struct ShowOptions {
    std::string book;
    std::string region;
    std::string date;
    AnswerOptions answer;
};

std::string formatted(const report::Table& table, Format format) {
    switch (format) {
        case Format::csv:
            return report::to_csv(table);
        case Format::md:
            return report::to_markdown(table);
        case Format::table:
        case Format::json:
            break;
    }
    return report::to_plain_text(table);
}

std::string listed(const std::vector<pricing::PriceBook>& books, Format format) {
    if (format == Format::json) return report::catalogue_json(books, program_provenance());
    std::string text;
    if (format != Format::csv) {
        for (const std::string& sentence : report::catalogue_sentences(books))
            text += sentence + (format == Format::md ? "\n\n" : "\n");
        text += format == Format::md ? "" : "\n";
    }
    return text + formatted(report::catalogue_table(books), format);
}

ExitCode list_books(const AnswerOptions& options, Console& console) {
    const auto books = built_in_price_books();
    if (!books) return fail(console, books);
    return deliver(listed(*books, options.format), options, console);
}

Result<std::optional<Instant>> day_of(const std::string& date, const pricing::PriceBook& book) {
    if (date.empty()) return std::optional<Instant>{};
    const auto day = book_day("--date", date, book);
    if (!day) return day.error();
    return std::optional{*day};
}

std::string shown(const report::PriceBookReport& report, Format format) {
    if (format == Format::json) return report::price_book_json(report);
    if (format == Format::csv) return report::to_csv(report::prices_for_programs(report));
    std::string text = report::price_book_sentence(report) + "\n\n";
    text += formatted(report::prices_table(report), format) + "\n";
    text += formatted(report::sources_table(report), format);
    const auto doubts = report::doubts_of(report);
    if (!doubts.empty()) text += "\nNot confirmed:\n\n";
    for (const std::string& doubt : doubts)
        text += fmt::format("- {}\n", doubt);
    return text;
}

ExitCode show_book(const ShowOptions& options, Console& console) {
    const auto book = find_price_book(options.book, options.region);
    if (!book) return fail(console, book);
    const auto day = day_of(options.date, *book);
    if (!day) return fail(console, day);
    return deliver(shown({*book, *day, program_provenance()}, options.answer.format), options.answer,
                   console);
}

void add_list(CLI::App& prices, Invocation& chosen) {
    const auto options = std::make_shared<AnswerOptions>();
    CLI::App* command = prices.add_subcommand("list", "The built-in price books and their regions");
    add_answer_options(*command, *options);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return list_books(*options, console); };
    });
}

void add_show(CLI::App& prices, Invocation& chosen) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = prices.add_subcommand("show", "The prices of a region, each with its source");
    command->add_option("BOOK", options->book, "A name in the catalogue, a file or a folder")->required();
    command->add_option("REGION", options->region, "Such as us-east-1")->required();
    command->add_option("--date", options->date, "Only the prices valid on this day")->option_text("DAY");
    add_answer_options(*command, options->answer);
    command->callback([options, &chosen] {
        chosen.run = [options](Console& console) { return show_book(*options, console); };
    });
}

}  // namespace

void add_prices(CLI::App& program, Invocation& chosen) {
    CLI::App* command =
        program.add_subcommand("prices", "What the price books say, and books of the vendor's price lists");
    command->require_subcommand(1);
    add_list(*command, chosen);
    add_show(*command, chosen);
    add_prices_import(*command, chosen);
    add_prices_export(*command, chosen);
    add_prices_diff(*command, chosen);
}

}  // namespace firn::cli
