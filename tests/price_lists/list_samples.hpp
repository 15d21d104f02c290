#pragma once

#include "core/price_lists/found_prices.hpp"
#include "core/price_lists/import.hpp"
#include "core/price_lists/list_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::test {

/// A row of a list, to be written in either shape.
struct SampleRow {
    std::string sku{};
    std::string usage_type{};
    std::string operation{};
    std::string unit = "GB-Mo";
    std::string price{};
    std::string begin = "0";
    std::string end = "Inf";
    std::string effective = "2026-03-01";
    std::string currency = "USD";
    std::string location = "US East (Ohio)";
    std::string transfer_type{};
    std::string to_location{};
};

struct SampleList {
    std::string offer = "AmazonS3";
    std::string published = "2026-09-18T17:47:47Z";
    std::string version = "20260918174747";
    std::vector<SampleRow> rows{};
};

inline std::string csv_of(const SampleList& list) {
    std::string text = fmt::format(
        "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"This list, of prices, is \"\"as it is\"\".\"\n"
        "\"Publication Date\",\"{}\"\n\"Version\",\"{}\"\n\"OfferCode\",\"{}\"\n",
        list.published, list.version, list.offer);
    text +=
        "\"SKU\",\"OfferTermCode\",\"RateCode\",\"TermType\",\"PriceDescription\",\"EffectiveDate\","
        "\"StartingRange\",\"EndingRange\",\"Unit\",\"PricePerUnit\",\"Currency\",\"Product "
        "Family\",\"serviceCode\","
        "\"Location\",\"Transfer Type\",\"From Location\",\"To Location\",\"usageType\",\"operation\"\n";
    for (const SampleRow& row : list.rows) {
        const bool is_transfer = list.offer == "AWSDataTransfer";
        text += fmt::format(
            "\"{0}\",\"JRTCKXETXF\",\"{0}.JRTCKXETXF.{1}\",\"OnDemand\",\"$0.012, for 1 GB\",\"{2}\",",
            row.sku, row.begin, row.effective);
        text += fmt::format(
            "\"{}\",\"{}\",\"{}\",\"{}\",\"{}\",\"\",\"{}\",\"{}\",\"{}\",\"{}\",\"{}\",\"{}\",\"{}\"\n",
            row.begin, row.end, row.unit, row.price, row.currency, list.offer,
            is_transfer ? "" : row.location, row.transfer_type, is_transfer ? row.location : "",
            row.to_location, row.usage_type, row.operation);
    }
    return text;
}

inline std::string product_json(const SampleList& list, const SampleRow& row) {
    const bool is_transfer = list.offer == "AWSDataTransfer";
    return fmt::format(
        R"({{"sku": "{}", "attributes": {{"servicecode": "{}", "{}": "{}", "transferType": "{}", "toLocation": "{}", "usagetype": "{}", "operation": "{}"}}}})",
        row.sku, list.offer, is_transfer ? "fromLocation" : "location", row.location, row.transfer_type,
        row.to_location, row.usage_type, row.operation);
}

/// The terms of all rows with this SKU: one term for each day.
inline std::string terms_json(const SampleList& list, const std::string& sku) {
    std::string text;
    std::vector<std::string> days;
    for (const SampleRow& row : list.rows) {
        if (row.sku == sku && std::find(days.begin(), days.end(), row.effective) == days.end())
            days.push_back(row.effective);
    }
    for (const std::string& day : days) {
        std::string dimensions;
        for (const SampleRow& row : list.rows) {
            if (row.sku != sku || row.effective != day) continue;
            dimensions += fmt::format(
                R"({}"{}.T.{}-{}": {{"rateCode": "{}.T.{}", "description": "$0.012 per GB", "beginRange": "{}", "endRange": "{}", "unit": "{}", "pricePerUnit": {{"{}": "{}"}}}})",
                dimensions.empty() ? "" : ", ", sku, row.begin, row.price, sku, row.begin, row.begin, row.end,
                row.unit, row.currency, row.price);
        }
        text += fmt::format(
            R"({}"{}.{}": {{"offerTermCode": "{}", "sku": "{}", "effectiveDate": "{}T00:00:00Z", "priceDimensions": {{{}}}, "termAttributes": {{}}}})",
            text.empty() ? "" : ", ", sku, day, day, sku, day, dimensions);
    }
    return "{" + text + "}";
}

inline std::vector<SampleRow> products_of(const SampleList& list) {
    std::vector<SampleRow> products;
    for (const SampleRow& row : list.rows) {
        const bool is_known = std::any_of(products.begin(), products.end(),
                                          [&](const SampleRow& known) { return known.sku == row.sku; });
        if (!is_known) products.push_back(row);
    }
    return products;
}

inline std::string bulk_json_of(const SampleList& list) {
    std::string products;
    std::string terms;
    for (const SampleRow& row : products_of(list)) {
        products +=
            fmt::format("{}\n\"{}\": {}", products.empty() ? "" : ",", row.sku, product_json(list, row));
        terms += fmt::format("{}\n\"{}\": {}", terms.empty() ? "" : ",", row.sku, terms_json(list, row.sku));
    }
    return fmt::format(
        "{{\"formatVersion\": \"v1.0\", \"disclaimer\": \"As it is.\", \"offerCode\": \"{}\", \"version\": "
        "\"{}\",\n"
        "\"publicationDate\": \"{}\",\n\"products\": {{{}}},\n\"terms\": {{\"OnDemand\": {{{}}}}}}}\n",
        list.offer, list.version, list.published, products, terms);
}

/// The answers of a query, one object a product.
inline std::vector<std::string> answers_of(const SampleList& list) {
    std::vector<std::string> answers;
    for (const SampleRow& row : products_of(list)) {
        answers.push_back(fmt::format(
            R"({{"product": {}, "serviceCode": "{}", "terms": {{"OnDemand": {}}}, "version": "{}", "publicationDate": "{}"}})",
            product_json(list, row), list.offer, terms_json(list, row.sku), list.version, list.published));
    }
    return answers;
}

/// A text as a string of JSON.
inline std::string escaped(std::string_view text) {
    std::string result{'"'};
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

inline Result<price_lists::ReadList> read_text(const std::string& text) {
    return price_lists::read_price_list("list", text);
}

/// The list that a text holds; a text that cannot be read ends the test with what was said of it.
inline price_lists::PriceList list_of(const std::string& text) {
    auto read = read_text(text);
    if (!read) throw std::runtime_error(to_text(read.error()));
    return std::move(read).value().list;
}

/// The code of the first diagnostic of a text that cannot be read.
inline std::string refusal_of(const std::string& text) {
    const auto read = read_text(text);
    return read ? std::string{} : read.error().front().code;
}

/// The price that was found for a charge, as decimal text; "" when there is none.
inline std::string price_of(const price_lists::FoundPrices& found, usage::ChargeType charge,
                            std::string_view storage_class, std::string_view kind = {},
                            std::string_view tier = {}) {
    for (const price_lists::RegionPrices& region : found.regions) {
        for (const price_lists::FoundPrice& price : region.prices) {
            if (price.rule->charge == charge && price.rule->storage_class == storage_class &&
                price.rule->kind == kind && price.rule->tier == tier)
                return format_decimal(price.product->prices.front().price);
        }
    }
    return {};
}

/// The prices in the text of one list.
struct Found {
    std::vector<price_lists::PriceList> lists{};
    price_lists::FoundPrices prices{};
};

inline Found found_in(const SampleList& list) {
    Found found;
    found.lists.push_back(list_of(csv_of(list)));
    found.prices = price_lists::find_prices(found.lists);
    return found;
}

}  // namespace firn::test
