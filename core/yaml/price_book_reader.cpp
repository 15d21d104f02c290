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

/// A day, or a month or a year where the day of a document is not known.
Expected<std::string, QuantityError> parse_document_date(std::string_view text) {
    const bool is_year = BillingPeriod::parse(fmt::format("{}-01", text)).has_value();
    if (is_day(text) || is_year || BillingPeriod::parse(text)) return std::string{text};
    return QuantityError{"date-malformed", fmt::format("\"{}\" is not a date", text),
                         "a day, such as 2012-09-04, a month, such as 2012-09, or a year, such as 2012", ""};
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

Expected<storage::PartRule, QuantityError> parse_part_rule(std::string_view text) {
    if (text == "powers-of-two") return storage::PartRule::powers_of_two;
    if (text == "whole-mib") return storage::PartRule::whole_mib;
    return QuantityError{"rule-unknown", fmt::format("there is no rule for parts \"{}\"", text),
                         "powers-of-two or whole-mib", ""};
}

pricing::RequestKinds read_request_kinds(const Node& node, Reading& reading) {
    MapReader map{node, reading, "requests of a class"};
    pricing::RequestKinds kinds{.upload = map.read_text("upload").value_or(""),
                                .begin = map.read_text("begin").value_or(""),
                                .part = map.read_text("part").value_or(""),
                                .complete = map.read_text("complete").value_or(""),
                                .retrieval = map.read_text("retrieval").value_or("")};
    map.finish();
    return kinds;
}

void read_classes(const Node& node, PriceBook& book, Reading& reading) {
    MapReader names{node, reading, "classes"};
    for (const Entry& entry : node.entries) {
        MapReader map{*entry.value, reading, "a class"};
        pricing::ClassTerms terms{
            .name = entry.key,
            .overhead = map.require("overhead", parse_bytes).value_or(Bytes{}),
            .standard_overhead = map.read("standard_overhead", parse_bytes).value_or(Bytes{}),
            .minimum_size = map.read("minimum_size", parse_bytes).value_or(Bytes{}),
            .minimum_duration = map.require("minimum_duration", parse_duration).value_or(Duration{}),
            .parts = map.read("parts", parse_part_rule).value_or(storage::PartRule::powers_of_two),
            .where = reading.at(entry.key_place)};
        if (const Node* kinds = map.find("requests")) terms.kinds = read_request_kinds(*kinds, reading);
        map.finish();
        book.classes.push_back(std::move(terms));
    }
}

/// A charge as `rate_of` names it: its name, with class, kind and tier where it has them.
std::optional<std::size_t> named_tariff(const Node& node, const PriceBook& book, Reading& reading) {
    MapReader map{node, reading, "rate_of"};
    const auto charge = map.require_text("charge");
    const std::string storage_class = map.read_text("class").value_or("");
    const std::string kind = map.read_text("kind").value_or("");
    const std::string tier = map.read_text("tier").value_or("");
    map.finish();
    if (!charge) return std::nullopt;
    const auto found = std::find_if(book.tariffs.begin(), book.tariffs.end(), [&](const pricing::Tariff& t) {
        return usage::to_text(t.charge) == *charge && t.storage_class == storage_class && t.kind == kind &&
               t.tier == tier && !t.periods.empty();
    });
    if (found != book.tariffs.end()) return static_cast<std::size_t>(found - book.tariffs.begin());
    reading.report(node, Diagnostic{.code = "rate-unknown",
                                    .what = "this book has no charge of that name with prices of its own",
                                    .expected = "a charge of this book that has periods",
                                    .remedy = "name its charge, class, kind and tier as it stands there"});
    return std::nullopt;
}

/// Gives the charges that are billed at another one's rate its prices; `items` are the tariffs' nodes.
void resolve_rates(const std::vector<NodePointer>& items, PriceBook& book, Reading& reading) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& entries = items[i]->entries;
        const auto rate = std::find_if(entries.begin(), entries.end(),
                                       [](const Entry& entry) { return entry.key == "rate_of"; });
        if (rate == entries.end()) continue;
        if (book.tariffs[i].periods.empty()) {
            book.tariffs[i].rate_of = named_tariff(*rate->value, book, reading);
            continue;
        }
        reading.report(*rate->value,
                       Diagnostic{.code = "entries-contradict",
                                  .what = "a charge has prices of its own or another one's rate",
                                  .expected = "either periods or rate_of"});
    }
    for (pricing::Tariff& tariff : book.tariffs) {
        if (tariff.rate_of) tariff.periods = book.tariffs[*tariff.rate_of].periods;
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
    if (const auto closed = map.read("closed_to_new_customers", parse_day_text))
        book.closed_to_new_customers = *parse_rfc3339(*closed);
    book.usage_type_prefix = map.read_text("usage_type_prefix").value_or("");
    if (const Node* sources = map.demand("sources")) read_sources(*sources, book, reading);
    if (const Node* classes = map.demand("classes")) read_classes(*classes, book, reading);
    const auto charges = map.read_list("charges");
    for (const NodePointer& item : charges)
        book.tariffs.push_back(read_tariff(*item, book, reading));
    resolve_rates(charges, book, reading);
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
