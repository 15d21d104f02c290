#include "core/yaml/price_book_reader.hpp"

#include "core/pricing/check_price_book.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/map_reader.hpp"
#include "core/yaml/tariff_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace firn::yaml {

namespace {

using pricing::PriceBook;

/// FNV-1a (64 bits): names an edition of a text, nothing secret.
std::string fingerprint_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return fmt::format("{:016x}", hash);
}

Expected<Bytes, QuantityError> parse_gb(std::string_view text) {
    auto bytes = parse_bytes(text);
    if (bytes && *bytes == Bytes{}) {
        return QuantityError{"number-zero", "a GB of no bytes measures nothing", "1 GiB or 1 GB", ""};
    }
    return bytes;
}

/// A day, or a month where the day of a document is not known.
Expected<std::string, QuantityError> parse_document_date(std::string_view text) {
    if (is_day(text) || BillingPeriod::parse(text)) return std::string{text};
    return QuantityError{"date-malformed", fmt::format("\"{}\" is not a date", text),
                         "a day, such as 2012-09-04, or a month, such as 2012-09", ""};
}

Expected<std::string, QuantityError> parse_day_text(std::string_view text) {
    if (is_day(text)) return std::string{text};
    return QuantityError{"date-malformed", fmt::format("\"{}\" is not a day", text),
                         "a day, such as 2012-09-04", ""};
}

/// The only length of a month so far; a book still says it, because the charge depends on it.
Expected<bool, QuantityError> parse_month_length(std::string_view text) {
    if (text == "real-hours") return true;
    return QuantityError{"month-length-unknown", fmt::format("\"{}\" is no length of a month", text),
                         "real-hours: 672, 696, 720 or 744, as the calendar has it", ""};
}

void read_sources(const Node& node, PriceBook& book, Reading& reading) {
    MapReader names{node, reading, "sources"};
    for (const Entry& entry : node.entries) {
        (void)names.find(entry.key);
        MapReader map{*entry.value, reading, "a source"};
        book.sources.push_back({.id = entry.key,
                                .title = map.require_text("title").value_or(""),
                                .address = map.require_text("address").value_or(""),
                                .date = map.require("date", parse_document_date).value_or("")});
        map.finish();
    }
}

void read_classes(const Node& node, PriceBook& book, Reading& reading) {
    MapReader names{node, reading, "classes"};
    for (const Entry& entry : node.entries) {
        MapReader map{*entry.value, reading, "a class"};
        book.classes.push_back(
            {.name = entry.key,
             .overhead = map.require("overhead", parse_bytes).value_or(Bytes{}),
             .minimum_duration = map.require("minimum_duration", parse_duration).value_or(Duration{}),
             .where = reading.at(entry.key_place)});
        map.finish();
    }
}

PriceBook read_root(const Node& root, Reading& reading) {
    PriceBook book{.where = reading.at(root.place)};
    MapReader map{root, reading, "the price book"};
    book.name = map.require_text("price_book").value_or("");
    book.title = map.require_text("title").value_or("");
    book.region = map.require_text("region").value_or("");
    book.currency = map.require_text("currency").value_or("");
    book.gb = map.require("gb", parse_gb).value_or(Bytes::from_gib(1));
    (void)map.require("month", parse_month_length);
    book.verified_until = map.require("verified_until", parse_day_text).value_or("");
    book.usage_type_prefix = map.read_text("usage_type_prefix").value_or("");
    if (const Node* sources = map.demand("sources")) read_sources(*sources, book, reading);
    if (const Node* classes = map.demand("classes")) read_classes(*classes, book, reading);
    for (const NodePointer& item : map.read_list("charges"))
        book.tariffs.push_back(read_tariff(*item, book, reading));
    map.finish();
    return book;
}

}  // namespace

Result<PriceBook> read_price_book(std::string file, std::string text) {
    const auto document = parse_document(std::move(file), std::move(text));
    if (!document) return document.error();
    Reading reading{*document, {}};
    PriceBook book = read_root(*document->root, reading);
    book.fingerprint = fingerprint_of(document->text);
    // What could not be read would only be reported a second time by the checks.
    if (!has_errors(reading.diagnostics)) append(reading.diagnostics, pricing::check(book));
    Diagnostics diagnostics = std::move(reading).finish();
    if (has_errors(diagnostics)) return diagnostics;
    return book;
}

}  // namespace firn::yaml
