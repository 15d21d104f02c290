#include "core/catalogue/price_books.hpp"

#include "core/catalogue/embedded_price_books.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/io/folder_scan.hpp"
#include "core/io/read_text_file.hpp"
#include "core/yaml/price_book_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace firn::catalogue {

namespace {

/// "aws-glacier" and "us-east-1" of "aws-glacier/us-east-1.yaml".
struct CatalogueEntry {
    std::string book;
    std::string region;
    std::string_view text;
};

CatalogueEntry entry_of(const EmbeddedFile& file) {
    const auto slash = file.path.rfind('/');
    const auto dot = file.path.rfind('.');
    return {std::string{file.path.substr(0, slash)},
            std::string{file.path.substr(slash + 1, dot - slash - 1)}, file.text};
}

std::vector<CatalogueEntry> catalogue() {
    std::vector<CatalogueEntry> entries;
    for (const EmbeddedFile& file : embedded_price_books())
        entries.push_back(entry_of(file));
    return entries;
}

Result<pricing::PriceBook> read_entry(const CatalogueEntry& entry) {
    return yaml::read_price_book(fmt::format("{}/{}.yaml", entry.book, entry.region),
                                 std::string{entry.text});
}

Diagnostics unknown(std::string code, std::string_view kind, const std::string& word,
                    std::vector<std::string> known) {
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const std::string closest = closest_to(word, known);
    return failure({.code = std::move(code),
                    .what = fmt::format("there is no {} \"{}\"", kind, word),
                    .expected = one_of(known),
                    .remedy = closest.empty() ? "firn prices list shows what there is"
                                              : fmt::format("did you mean \"{}\"?", closest)});
}

/// The name of a folder without a slash is one of the catalogue.
Diagnostics unknown_book(const std::string& book, std::vector<std::string> books) {
    Diagnostics faults = unknown("price-book-unknown", "price book", book, std::move(books));
    if (io::is_folder(book)) faults.front().remedy = fmt::format("the folder of that name is \"./{}\"", book);
    return faults;
}

bool ends_with_yaml(const std::string& path) {
    return std::string_view{path}.ends_with(".yaml") || std::string_view{path}.ends_with(".yml");
}

Result<pricing::PriceBook> read_path(const std::string& path, const std::string& region) {
    const std::string file =
        ends_with_yaml(path) ? path : fmt::format("{}{}{}.yaml", path, path.back() == '/' ? "" : "/", region);
    auto text = io::read_text_file(file);
    if (!text) return text.error();
    auto book = yaml::read_price_book(file, std::move(text).value());
    if (book && book->region != region)
        return unknown("region-unknown", "region of this file called", region, {book->region});
    return book;
}

}  // namespace

Result<std::vector<pricing::PriceBook>> built_in_price_books() {
    std::vector<pricing::PriceBook> books;
    for (const CatalogueEntry& entry : catalogue()) {
        auto book = read_entry(entry);
        if (!book) return book.error();
        books.push_back(std::move(book).value());
    }
    return books;
}

Result<pricing::PriceBook> find_price_book(const std::string& book, const std::string& region) {
    if (is_price_book_path(book)) return read_path(book, region);
    std::vector<std::string> books;
    std::vector<std::string> regions;
    for (const CatalogueEntry& entry : catalogue()) {
        books.push_back(entry.book);
        if (entry.book != book) continue;
        if (entry.region == region) return read_entry(entry);
        regions.push_back(entry.region);
    }
    if (regions.empty()) return unknown_book(book, std::move(books));
    return unknown("region-unknown", fmt::format("region of the price book {} called", book), region,
                   std::move(regions));
}

bool is_price_book_path(const std::string& book) {
    return book.find('/') != std::string::npos || ends_with_yaml(book);
}

}  // namespace firn::catalogue
