#include "core/report/price_import_report.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/amounts.hpp"
#include "core/report/json_value.hpp"
#include "core/report/price_period_text.hpp"
#include "core/units/exact_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using price_lists::FoundPrice;
using price_lists::ImportedBook;
using price_lists::ListedPrice;

std::string price_text(const Rational& price) { return to_text(UnitPrice{price}); }

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string published_text(const PriceImportReport& report) {
    std::set<std::string> days;
    for (const ImportedBook& book : report.books) {
        for (const price_lists::ListIdentity& list : book.lists)
            days.insert(list.published);
    }
    if (days.empty()) return {};
    return days.size() == 1 ? *days.begin() : fmt::format("{} to {}", *days.begin(), *days.rbegin());
}

std::size_t prices_in(const PriceImportReport& report) {
    std::size_t count = 0;
    for (const ImportedBook& book : report.books)
        count += book.prices.size();
    return count;
}

std::string book_names(const PriceImportReport& report) {
    std::set<std::string> names;
    for (const ImportedBook& book : report.books)
        names.insert(book.book.name);
    return joined(names);
}

std::string regions_text(const PriceImportReport& report) {
    std::set<std::string> regions;
    for (const ImportedBook& book : report.books)
        regions.insert(book.book.region);
    return regions.size() <= 3 ? joined(regions) : fmt::format("{} regions", regions.size());
}

/// Charges with a price of their own on that day that no list names.
std::size_t not_listed(const ImportedBook& book, Instant day) {
    return static_cast<std::size_t>(std::count_if(
        book.before.tariffs.begin(), book.before.tariffs.end(), [&](const pricing::Tariff& tariff) {
            const bool holds = !tariff.periods.empty() && tariff.periods.back().until > day;
            return holds && !tariff.rate_of &&
                   std::none_of(book.prices.begin(), book.prices.end(), [&](const FoundPrice& found) {
                       return found.rule->charge == tariff.charge &&
                              found.rule->storage_class == tariff.storage_class &&
                              found.rule->kind == tariff.kind && found.rule->tier == tariff.tier;
                   });
        }));
}

std::string merged_sentence(const ImportedBook& book) {
    const auto added = static_cast<std::size_t>(
        std::count_if(book.changes.begin(), book.changes.end(),
                      [](const price_lists::BookChange& change) { return change.before.empty(); }));
    const std::size_t changed = book.changes.size() - added;
    const std::string what =
        book.changes.empty()
            ? std::string{"no price has changed"}
            : fmt::format("{} changed, {} new", counted(changed, "price has", "prices have"), added);
    const std::size_t rest = not_listed(book, *parse_rfc3339(book.lists.back().published));
    return fmt::format("{} {}: {}; {} in none of the lists; verified until {} (before: {}).", book.book.name,
                       book.book.region, what, counted(rest, "charge is", "charges are"),
                       book.book.verified_until, book.before.verified_until);
}

/// Whether it was made of lists alone, which do not say what is free but as a range that costs nothing.
bool lacks_free_amounts(const ImportedBook& book) {
    return book.before.tariffs.empty() &&
           std::none_of(
               book.book.tariffs.begin(), book.book.tariffs.end(), [](const pricing::Tariff& tariff) {
                   return std::any_of(tariff.periods.begin(), tariff.periods.end(),
                                      [](const pricing::PricePeriod& period) { return period.free > 0; });
               });
}

/// A sentence for all new books without free amounts; none when there is no such book.
void add_free_sentence(const PriceImportReport& report, std::vector<std::string>& sentences) {
    const bool is_wanted = std::any_of(report.books.begin(), report.books.end(), lacks_free_amounts);
    if (!is_wanted) return;
    sentences.emplace_back(
        "No list names an amount that is free each month: a new book has none; --onto keeps those of the "
        "book.");
}

std::string kind_and_tier(const std::string& kind, const std::string& tier) {
    return kind.empty() || tier.empty() ? kind + tier : kind + ", " + tier;
}

Json change_json(const price_lists::BookChange& change) {
    Json json{{"charge", std::string{to_text(change.charge)}},
              {"class", change.storage_class},
              {"kind", change.kind},
              {"tier", change.tier},
              {"unit", std::string{to_text(change.unit)}},
              {"from", day_text(change.from)}};
    json["until"] = change.until >= pricing::open_end() ? Json(nullptr) : Json(day_text(change.until));
    json["before"] = change.before.empty() ? Json(nullptr) : Json(change.before_text());
    json["after"] = change.after.empty() ? Json(nullptr) : Json(change.after_text());
    json["contradicts_checked"] = change.contradicts_checked;
    return json;
}

/// "above 51,200"
std::string range_text(const ListedPrice& price) {
    if (price.begin == 0 && !price.end) return "all";
    if (!price.end) return "above " + grouped(price.begin);
    return (price.begin == 0 ? "first " : "to ") + grouped(*price.end);
}

std::string detail_of(const price_lists::Rule& rule) {
    std::string text{rule.kind};
    if (!rule.tier.empty()) text += (text.empty() ? "" : ", ") + std::string{rule.tier};
    return text;
}

Json price_json(const FoundPrice& found, const ListedPrice& price) {
    Json json{{"charge", std::string{to_text(found.rule->charge)}}};
    if (!found.rule->storage_class.empty()) json["class"] = std::string{found.rule->storage_class};
    if (!found.rule->kind.empty()) json["kind"] = std::string{found.rule->kind};
    if (!found.rule->tier.empty()) json["tier"] = std::string{found.rule->tier};
    json["unit"] = std::string{to_text(found.rule->unit)};
    json["usage_type"] = found.product->usage_type;
    json["operation"] = found.product->operation;
    json["from"] = day_text(price.effective);
    json["above"] = exact_text(price.begin);
    json["up_to"] = price.end ? Json(exact_text(*price.end)) : Json(nullptr);
    json["price"] = price_text(price.price);
    json["sku"] = found.product->sku;
    json["rate_code"] = price.rate_code;
    json["list"] = found.product->offer;
    return json;
}

Json book_json(const ImportedBook& book) {
    Json json{{"price_book", book.book.name},
              {"region", book.book.region},
              {"currency", book.book.currency},
              {"usage_type_prefix", book.book.usage_type_prefix},
              {"verified_until", book.book.verified_until}};
    json["lists"] = Json::array();
    for (const price_lists::ListIdentity& list : book.lists) {
        json["lists"].push_back({{"file", list.file},
                                 {"offer", list.offer},
                                 {"version", list.version},
                                 {"published", list.published}});
    }
    json["prices"] = Json::array();
    for (const FoundPrice& found : book.prices) {
        for (const ListedPrice& price : found.product->prices)
            json["prices"].push_back(price_json(found, price));
    }
    json["changes"] = Json::array();
    for (const price_lists::BookChange& change : book.changes)
        json["changes"].push_back(change_json(change));
    return json;
}

}  // namespace

std::vector<std::string> price_import_sentences(const PriceImportReport& report) {
    const std::size_t unused = report.found.products_seen - report.found.products_used;
    std::vector<std::string> sentences{fmt::format(
        "{} of {} for {}, published {}; {} of {} not used.", counted(prices_in(report), "price", "prices"),
        regions_text(report), book_names(report), published_text(report), grouped(Rational{unused}),
        counted(report.found.products_seen, "product is", "products are"))};
    for (const ImportedBook& book : report.books) {
        if (report.is_merged) sentences.push_back(merged_sentence(book));
    }
    add_free_sentence(report, sentences);
    for (const std::string& file : report.written)
        sentences.push_back(fmt::format("Written: {}", file));
    return sentences;
}

Table imported_prices_table(const PriceImportReport& report) {
    Table table{{{"region", Align::left},
                 {"charge", Align::left},
                 {"class", Align::left},
                 {"kind, tier", Align::left},
                 {"unit", Align::left},
                 {"from", Align::left},
                 {"quantity", Align::left},
                 {"price"},
                 {"currency", Align::left},
                 {"SKU", Align::left},
                 {"list", Align::left}}};
    for (const ImportedBook& book : report.books) {
        for (const FoundPrice& found : book.prices) {
            for (const ListedPrice& price : found.product->prices) {
                table.rows.push_back({book.book.region, std::string{to_text(found.rule->charge)},
                                      std::string{found.rule->storage_class}, detail_of(*found.rule),
                                      std::string{to_text(found.rule->unit)}, day_text(price.effective),
                                      range_text(price), price_text(price.price), price.currency,
                                      found.product->sku, found.product->offer});
            }
        }
    }
    return table;
}

Table changed_prices_table(const PriceImportReport& report) {
    Table table{{{"region", Align::left},
                 {"charge", Align::left},
                 {"class", Align::left},
                 {"kind, tier", Align::left},
                 {"unit", Align::left},
                 {"from", Align::left},
                 {"last day", Align::left},
                 {"before"},
                 {"after"},
                 {"currency", Align::left}}};
    for (const ImportedBook& book : report.books) {
        for (const price_lists::BookChange& change : book.changes) {
            table.rows.push_back({book.book.region, std::string{to_text(change.charge)}, change.storage_class,
                                  kind_and_tier(change.kind, change.tier), std::string{to_text(change.unit)},
                                  day_text(change.from), last_day_text(change.until), change.before_text(),
                                  change.after_text(), book.book.currency});
        }
    }
    return table;
}

Table unused_products_table(const PriceImportReport& report) {
    Table table{
        {{"list", Align::left}, {"usage type", Align::left}, {"operation", Align::left}, {"products"}}};
    for (const auto& [what, count] : report.found.unused)
        table.rows.push_back({what.at(0), what.at(1), what.at(2), std::to_string(count)});
    return table;
}

std::string price_import_json(const PriceImportReport& report) {
    Json json;
    json["firn"] = provenance_json(report.provenance);
    json["products"] = report.found.products_seen;
    json["products_used"] = report.found.products_used;
    json["books"] = Json::array();
    for (const ImportedBook& book : report.books)
        json["books"].push_back(book_json(book));
    json["not_used"] = Json::array();
    for (const auto& [what, count] : report.found.unused) {
        json["not_used"].push_back({{"offer", what.at(0)},
                                    {"usage_type", what.at(1)},
                                    {"operation", what.at(2)},
                                    {"products", count}});
    }
    json["written"] = report.written;
    return json_text(json);
}

}  // namespace firn::report
