#include "cli/answer.hpp"
#include "cli/book_day.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/price_books.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/io/output_file.hpp"
#include "core/price_lists/list_writer.hpp"
#include "core/price_lists/listed_rows.hpp"
#include "core/yaml/price_book_writer.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace firn::cli {

namespace {

enum class ExportFormat { yaml, aws_json, aws_csv };

struct ExportOptions {
    std::string book;
    std::string region;
    std::string date;
    std::string offer;
    ExportFormat format = ExportFormat::yaml;
    AnswerOptions answer;
};

std::string list_text(const price_lists::ListedRows& rows, const std::string& offer, ExportFormat format) {
    return format == ExportFormat::aws_csv ? price_lists::bulk_csv(rows, offer)
                                           : price_lists::bulk_json(rows, offer);
}

Diagnostics notes_of(const price_lists::ListedRows& rows) {
    Diagnostics notes;
    if (rows.left_out.empty()) return notes;
    std::string charges;
    for (const std::string& charge : rows.left_out)
        charges += (charges.empty() ? "" : ", ") + charge;
    notes.push_back({.code = "charges-not-listed",
                     .severity = Severity::note,
                     .what = "left out: " + charges,
                     .expected = "charges that the vendor's lists sell, with a price for every amount",
                     .remedy = "the format yaml has all of the book"});
    return notes;
}

/// The list that goes to one place; nothing says which when there are several.
Result<std::string> chosen_offer(const ExportOptions& options, const std::vector<std::string>& offers) {
    const bool is_known = std::find(offers.begin(), offers.end(), options.offer) != offers.end();
    if (is_known) return options.offer;
    if (options.offer.empty() && offers.size() == 1) return offers.front();
    const std::string what = offers.empty() ? std::string{"no list sells what this book has on that day"}
                             : options.offer.empty()
                                 ? fmt::format("these prices are of {} lists", offers.size())
                                 : fmt::format("the book has no prices of a list \"{}\"", options.offer);
    return failure({.code = "list-not-chosen",
                    .what = what,
                    .expected = offers.empty() ? "another day" : "--offer with " + one_of(offers),
                    .remedy = "a folder as --output gets all of them"});
}

/// Each list as a file of its name.
ExitCode write_all(const price_lists::ListedRows& rows, const ExportOptions& options, Console& console) {
    const std::filesystem::path folder{options.answer.output};
    const std::string ending = options.format == ExportFormat::aws_csv ? ".csv" : ".json";
    for (const std::string& offer : rows.offers()) {
        const auto written = io::write_file_atomically((folder / (offer + ending)).string(),
                                                       list_text(rows, offer, options.format));
        if (!written) return fail(console, written);
    }
    return ExitCode::done;
}

ExitCode export_lists(const ExportOptions& options, const pricing::PriceBook& book, Console& console) {
    const auto day = book_day_or_checked("--date", options.date, book);
    if (!day) return fail(console, day);
    const auto rows = price_lists::listed_rows(book, *day);
    std::error_code ignored;
    const bool to_folder =
        options.offer.empty() && std::filesystem::is_directory(options.answer.output, ignored);
    if (to_folder) {
        show_notes(notes_of(rows), options.answer, console);
        return write_all(rows, options, console);
    }
    const auto offer = chosen_offer(options, rows.offers());
    if (!offer) return fail(console, offer);
    show_notes(notes_of(rows), options.answer, console);
    return deliver(list_text(rows, *offer, options.format), options.answer, console);
}

ExitCode export_book(const ExportOptions& options, Console& console) {
    const auto book = find_price_book(options.book, options.region);
    if (!book) return fail(console, book);
    if (options.format != ExportFormat::yaml) return export_lists(options, *book, console);
    const std::string heading = fmt::format(
        "{} in {}. Layout: docs/price-model.md. Written by firn prices export.", book->title, book->region);
    return deliver(yaml::price_book_text(*book, heading), options.answer, console);
}

}  // namespace

void add_prices_export(CLI::App& prices, Invocation& chosen) {
    static const std::map<std::string, ExportFormat> kFormats{{"yaml", ExportFormat::yaml},
                                                              {"aws-json", ExportFormat::aws_json},
                                                              {"aws-csv", ExportFormat::aws_csv}};
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command =
        prices.add_subcommand("export", "Write a price book as YAML or as the vendor's price lists");
    command->add_option("BOOK", options->book, "A name in the catalogue, a file or a folder")->required();
    command->add_option("REGION", options->region, "Such as us-east-1")->required();
    command
        ->add_option("--format", options->format,
                     "yaml: all of the book; aws-json or aws-csv: a day's prices as the vendor's bulk files")
        ->transform(choice_of(kFormats))
        ->option_text("FORMAT [yaml]");
    command
        ->add_option("--date", options->date,
                     "For lists: the prices valid on this day, not on that of the book's last check")
        ->option_text("DAY");
    command->add_option("--offer", options->offer, "For lists: only this one, such as AmazonS3")
        ->option_text("OFFER");
    add_delivery_options(*command, options->answer);
    command->callback([options, &chosen] {
        // None of the formats is for a terminal.
        options->answer.format = Format::json;
        chosen.run = [options](Console& console) { return export_book(*options, console); };
    });
}

}  // namespace firn::cli
