#include "core/report/price_catalogue.hpp"

#include "core/report/price_book_json.hpp"
#include "core/report/price_period_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::report {

using pricing::PriceBook;

std::vector<std::string> catalogue_sentences(const std::vector<PriceBook>& books) {
    std::vector<std::string> sentences;
    for (auto first = books.begin(); first != books.end();) {
        const auto next =
            std::find_if(first, books.end(), [&](const PriceBook& book) { return book.name != first->name; });
        const auto regions = next - first;
        std::string text =
            fmt::format("{}: {}, {} region{}", first->name, first->title, regions, regions == 1 ? "" : "s");
        if (first->closed_to_new_customers)
            text +=
                fmt::format(", closed to new customers from {}", day_text(*first->closed_to_new_customers));
        sentences.push_back(text + ".");
        first = next;
    }
    return sentences;
}

Table catalogue_table(const std::vector<PriceBook>& books) {
    Table table{{{"price book", Align::left},
                 {"region", Align::left},
                 {"prices from", Align::left},
                 {"last day", Align::left},
                 {"verified until", Align::left},
                 {"currency", Align::left}}};
    for (const PriceBook& book : books) {
        table.rows.push_back({book.name, book.region, day_text(begin_of(book)), last_day_text(end_of(book)),
                              book.verified_until, book.currency});
    }
    return table;
}

std::string catalogue_json(const std::vector<PriceBook>& books, const Provenance& provenance) {
    Json json;
    json["firn"] = provenance_json(provenance);
    json["price_books"] = Json::array();
    for (const PriceBook& book : books)
        json["price_books"].push_back(book_identity_json(book));
    return json_text(json);
}

}  // namespace firn::report
