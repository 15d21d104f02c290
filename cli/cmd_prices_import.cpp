#include "cli/answer.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/price_book_files.hpp"
#include "cli/price_books.hpp"
#include "cli/program.hpp"
#include "core/io/whole_file.hpp"
#include "core/price_lists/found_prices.hpp"
#include "core/price_lists/import.hpp"
#include "core/price_lists/list_reader.hpp"
#include "core/report/price_import_report.hpp"
#include "core/report/table.hpp"
#include "core/yaml/price_book_writer.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

namespace fs = std::filesystem;
using price_lists::FoundPrices;
using price_lists::ImportedBook;
using price_lists::PriceList;
using price_lists::RegionPrices;

/// How the answer is written: what was read, as a table and otherwise, or the book itself.
enum class ImportFormat { table, json, csv, md, yaml };

struct ImportOptions {
    std::vector<std::string> files;
    std::vector<std::string> regions;
    std::string onto;
    std::string output;
    bool verbose = false;
    ImportFormat format = ImportFormat::table;
    AnswerOptions answer;
};

struct ReadLists {
    std::vector<PriceList> lists{};
    Diagnostics notes{};
};

/// One file after the other: the text of one is gone when the next is read.
Result<ReadLists> read_lists(const std::vector<std::string>& files) {
    ReadLists read;
    Diagnostics faults;
    for (const std::string& path : files) {
        const auto file = io::WholeFile::read(path);
        if (!file) {
            append(faults, file.error());
            continue;
        }
        auto list = price_lists::read_price_list(path, file->text(), file->readable());
        if (!list) {
            append(faults, list.error());
            continue;
        }
        append(read.notes, list->notes);
        if (list->list.goes_on) {
            read.notes.push_back(
                {.code = "list-goes-on",
                 .severity = Severity::warning,
                 .where = {.file = path},
                 .what = "this is one page of an answer that goes on",
                 .expected = "all pages",
                 .remedy = "let the command fetch all of them, or name the other pages too"});
        }
        read.lists.push_back(std::move(list->list));
    }
    if (!faults.empty()) return faults;
    return read;
}

Diagnostics region_absent(const std::string& wanted, const FoundPrices& found) {
    std::vector<std::string> known;
    for (const RegionPrices& prices : found.regions)
        known.push_back(prices.region);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    return failure({.code = "region-unknown",
                    .what = fmt::format("these lists have no prices of a region \"{}\"", wanted),
                    .expected = known.empty() ? "a region of the lists" : one_of(known)});
}

/// Only the regions that are asked for.
Result<bool> keep_regions(const std::vector<std::string>& wanted, FoundPrices& found) {
    if (found.regions.empty()) {
        return failure({.code = "list-not-ours",
                        .what = "no product of these lists is one that Firn prices",
                        .expected = "storage, requests, retrieval or transfer out of a region"});
    }
    if (wanted.empty()) return true;
    for (const std::string& region : wanted) {
        const bool is_there =
            std::any_of(found.regions.begin(), found.regions.end(),
                        [&](const RegionPrices& prices) { return prices.region == region; });
        if (!is_there) return region_absent(region, found);
    }
    std::erase_if(found.regions, [&](const RegionPrices& prices) {
        return std::find(wanted.begin(), wanted.end(), prices.region) == wanted.end();
    });
    return true;
}

/// The book that prices of a region are merged into. A folder or a book of the catalogue may lack the region:
/// then the book is new.
Result<std::optional<pricing::PriceBook>> onto_book(const ImportOptions& options,
                                                    const RegionPrices& prices) {
    if (options.onto.empty()) return std::optional<pricing::PriceBook>{};
    const bool is_folder = is_price_book_path(options.onto) && fs::is_directory(options.onto);
    if (is_folder && !fs::exists(fs::path{options.onto} / (prices.region + ".yaml")))
        return std::optional<pricing::PriceBook>{};
    auto book = find_price_book(options.onto, prices.region);
    if (!book) return book.error();
    return std::optional{std::move(book).value()};
}

Result<std::vector<ImportedBook>> import_all(const ImportOptions& options, const FoundPrices& found) {
    std::vector<ImportedBook> books;
    Diagnostics faults;
    for (std::size_t i = 0; i < found.regions.size();) {
        std::vector<RegionPrices> editions;
        const RegionPrices& first = found.regions[i];
        for (; i < found.regions.size() && found.regions[i].region == first.region &&
               found.regions[i].book == first.book;
             ++i)
            editions.push_back(found.regions[i]);
        const auto onto = onto_book(options, first);
        if (!onto) return onto.error();
        auto book = price_lists::import_prices(editions, *onto ? &**onto : nullptr);
        if (book) {
            books.push_back(std::move(book).value());
        } else {
            append(faults, book.error());
        }
    }
    if (!faults.empty()) return faults;
    return books;
}

std::string heading_of(const ImportedBook& imported) {
    std::string lists;
    for (const price_lists::ListIdentity& list : imported.lists)
        lists += fmt::format("{}{} {}", lists.empty() ? "" : ", ", list.offer, list.version);
    return fmt::format(
        "{} in {}, from the vendor's price lists {}.\n"
        "Each price has its SKU, the list that names it, and the time in which it held; a price that is not "
        "here is\n"
        "not known. Written by firn prices import; layout: docs/price-model.md.",
        imported.book.title, imported.book.region, lists);
}

std::string text_of(const ImportedBook& imported) {
    return yaml::price_book_text(imported.book, heading_of(imported));
}

/// The files to be written with their text: one YAML file, or one a region in a folder; with two books, in a
/// folder of each book's name.
std::map<std::string, std::string> files_of(const ImportOptions& options,
                                            const std::vector<ImportedBook>& books) {
    const std::string_view output = options.output;
    if (output.ends_with(".yaml") || output.ends_with(".yml"))
        return {{options.output, text_of(books.front())}};
    std::set<std::string> names;
    for (const ImportedBook& book : books)
        names.insert(book.book.name);
    std::map<std::string, std::string> files;
    for (const ImportedBook& book : books) {
        fs::path path{options.output};
        if (names.size() > 1) path /= book.book.name;
        files[(path / (book.book.region + ".yaml")).string()] = text_of(book);
    }
    return files;
}

std::string table_text(const report::Table& table, ImportFormat format) {
    if (format == ImportFormat::csv) return report::to_csv(table);
    return format == ImportFormat::md ? report::to_markdown(table) : report::to_plain_text(table);
}

std::string answer_of(const report::PriceImportReport& report, const ImportOptions& options) {
    if (options.format == ImportFormat::json) return report::price_import_json(report);
    if (options.format == ImportFormat::yaml) return text_of(report.books.front());
    if (options.format == ImportFormat::csv) return report::to_csv(report::imported_prices_table(report));
    const bool is_md = options.format == ImportFormat::md;
    std::string text;
    for (const std::string& sentence : report::price_import_sentences(report))
        text += sentence + (is_md ? "\n\n" : "\n");
    const report::Table changes = report::changed_prices_table(report);
    if (!changes.rows.empty())
        text += (is_md ? "Changed:\n\n" : "\nChanged:\n\n") + table_text(changes, options.format) +
                (is_md ? "\nListed:\n\n" : "\nListed:\n");
    text += (is_md ? "" : "\n") + table_text(report::imported_prices_table(report), options.format);
    if (!options.verbose) return text;
    return text + "\nNot used:\n\n" + table_text(report::unused_products_table(report), options.format);
}

Result<bool> check_one_book(const ImportOptions& options, const std::vector<ImportedBook>& books) {
    const std::string_view output = options.output;
    const bool to_file = output.ends_with(".yaml") || output.ends_with(".yml");
    const bool to_stdout = options.format == ImportFormat::yaml;
    if (books.size() == 1 || (!to_file && !to_stdout)) return true;
    return failure({.code = "list-regions-many",
                    .what = fmt::format("these are {} books, and one file holds one", books.size()),
                    .expected = "one region of one service",
                    .remedy = "name it with --region, or a folder with --output"});
}

ExitCode import_lists(const ImportOptions& options, Console& console) {
    auto read = read_lists(options.files);
    if (!read) return fail(console, read);
    FoundPrices found = price_lists::find_prices(read->lists);
    append(read->notes, found.notes);
    show_notes(read->notes, options.answer, console);
    if (has_errors(read->notes)) return ExitCode::input_error;
    const auto kept = keep_regions(options.regions, found);
    if (!kept) return fail(console, kept);
    const auto books = import_all(options, found);
    if (!books) return fail(console, books);
    const auto one = check_one_book(options, *books);
    if (!one) return fail(console, one);
    for (const ImportedBook& book : *books)
        show_notes(book.notes, options.answer, console);
    report::PriceImportReport report{.found = found,
                                     .books = *books,
                                     .is_merged = !options.onto.empty(),
                                     .provenance = program_provenance()};
    if (!options.output.empty()) {
        auto written = write_files(files_of(options, *books));
        if (!written) return fail(console, written);
        report.written = std::move(written).value();
    }
    return deliver(answer_of(report, options), options.answer, console);
}

}  // namespace

void add_prices_import(CLI::App& prices, Invocation& chosen) {
    static const std::map<std::string, ImportFormat> kFormats{{"table", ImportFormat::table},
                                                              {"json", ImportFormat::json},
                                                              {"csv", ImportFormat::csv},
                                                              {"md", ImportFormat::md},
                                                              {"yaml", ImportFormat::yaml}};
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = prices.add_subcommand("import", "Make price books of the vendor's price lists");
    command
        ->add_option(
            "FILE", options->files,
            "Price lists: bulk files (JSON or CSV) or answers of GetProducts, packed with gzip or not")
        ->required();
    command->add_option("--region", options->regions, "Only this region; may be given several times")
        ->option_text("REGION");
    command
        ->add_option("--onto", options->onto,
                     "Merge the prices into this book: a name in the catalogue, a file or a folder")
        ->option_text("BOOK");
    command
        ->add_option("--output", options->output,
                     "Write the book to this file (.yaml), or a file a region into this folder")
        ->option_text("FILE|FOLDER");
    command->add_flag("--verbose", options->verbose, "List the products that are not used");
    command
        ->add_option("--format", options->format,
                     "How the answer is written: table, json, csv or md; yaml for the book itself")
        ->transform(choice_of(kFormats))
        ->option_text("FORMAT [table]");
    command->add_flag("--quiet", options->answer.quiet, "No notes on stderr, errors only");
    command->add_flag("--no-color", options->answer.no_color, "No colours on a terminal");
    command->callback([options, &chosen] {
        // Only the table is for a terminal.
        options->answer.format = options->format == ImportFormat::table ? Format::table : Format::json;
        chosen.run = [options](Console& console) { return import_lists(*options, console); };
    });
}

}  // namespace firn::cli
