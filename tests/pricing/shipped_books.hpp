#pragma once

#include "core/io/csv_line.hpp"
#include "core/io/read_text_file.hpp"
#include "core/yaml/price_book_reader.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The price books as the repository ships them, and the price lists that lie beside them.
namespace firn::pricing {

inline std::string price_book_folder() { return std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/"; }

inline std::string text_of(const std::string& path) {
    auto text = io::read_text_file(path);
    INFO(path);
    REQUIRE(text);
    return std::move(text).value();
}

inline PriceBook shipped_book(const std::string& region, const std::string& name = "aws-glacier") {
    const std::string path = price_book_folder() + name + "/" + region + ".yaml";
    auto book = yaml::read_price_book(path, text_of(path));
    INFO((book ? std::string{} : to_text(book.error())));
    REQUIRE(book);
    return std::move(book).value();
}

/// The regions for which there is a file, in the order of their names.
inline std::vector<std::string> shipped_regions(const std::string& name) {
    std::vector<std::string> regions;
    for (const auto& entry : std::filesystem::directory_iterator{price_book_folder() + name})
        regions.push_back(entry.path().stem().string());
    std::sort(regions.begin(), regions.end());
    return regions;
}

inline std::vector<PriceBook> shipped_books() {
    std::vector<PriceBook> books;
    for (const std::string name : {"aws-glacier", "aws-s3-glacier"}) {
        for (const std::string& region : shipped_regions(name))
            books.push_back(shipped_book(region, name));
    }
    return books;
}

/// A row of a table, by heading.
using TableRow = std::map<std::string, std::string>;

/// A price list of scenarios/price_books/sources: its rows below the header in line `header` (from 0).
inline std::vector<TableRow> price_list(const std::string& file, std::size_t header = 0) {
    std::istringstream lines{text_of(price_book_folder() + "sources/" + file)};
    std::string line;
    for (std::size_t i = 0; i < header; ++i)
        std::getline(lines, line);
    std::getline(lines, line);
    const auto headings = io::csv_header(line);
    std::vector<TableRow> rows;
    while (std::getline(lines, line)) {
        const auto cells = io::csv_header(line);
        TableRow row;
        for (std::size_t i = 0; i < std::min(headings.size(), cells.size()); ++i)
            row[headings[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Names a charge of a book: "requests", "deep_archive", "put", "".
struct ChargeName {
    std::string charge;
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
};

inline const Tariff* find_tariff(const PriceBook& book, const ChargeName& name) {
    const auto found = std::find_if(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& tariff) {
        return usage::to_text(tariff.charge) == name.charge && tariff.storage_class == name.storage_class &&
               tariff.kind == name.kind && tariff.tier == name.tier;
    });
    return found == book.tariffs.end() ? nullptr : &*found;
}

/// The prices of a charge on a day; it has to have some.
inline const PricePeriod& period_on(const Tariff& tariff, const std::string& day) {
    const Instant instant = *parse_rfc3339(day);
    const auto found = std::find_if(tariff.periods.begin(), tariff.periods.end(), [&](const PricePeriod& p) {
        return p.from <= instant && instant < p.until;
    });
    REQUIRE(found != tariff.periods.end());
    return *found;
}

/// The price of the first band on a day, for one unit.
inline Rational price_on(const PriceBook& book, const ChargeName& name, const std::string& day) {
    INFO(book.name + " " + book.region + " " + name.charge + " " + name.storage_class + " " + name.kind +
         " " + name.tier + " " + day);
    const Tariff* tariff = find_tariff(book, name);
    REQUIRE(tariff != nullptr);
    const Band& first = period_on(*tariff, day).bands.front();
    REQUIRE(first.is_known);
    return first.price.per_unit();
}

}  // namespace firn::pricing
