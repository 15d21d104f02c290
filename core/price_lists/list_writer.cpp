#include "core/price_lists/list_writer.hpp"

#include "core/price_lists/price_list.hpp"
#include "core/price_lists/regions.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace firn::price_lists {

namespace {

constexpr std::string_view kDisclaimer =
    "Written by Firn from a price book in the shape of a vendor's price list; it is not the vendor's file.";
constexpr std::string_view kTerm = "JRTCKXETXF";

/// The rows of a product.
using ProductRows = std::vector<ListRow>;

std::vector<ProductRows> products_of(const ListedRows& rows, std::string_view offer) {
    std::vector<ProductRows> products;
    for (const ListRow& row : rows.rows) {
        if (row.offer != offer) continue;
        if (products.empty() || products.back().front().sku != row.sku) products.emplace_back();
        products.back().push_back(row);
    }
    return products;
}

std::string version_of(const ListedRows& rows) {
    std::string digits;
    for (const char c : rows.day) {
        if (c != '-') digits += c;
    }
    return digits + "000000";
}

std::string rate_code(const ListRow& row) { return fmt::format("{}.{}.{}", row.sku, kTerm, row.begin); }

std::string description_of(const ListRow& row, const ListedRows& rows) {
    return fmt::format("{} {} per {}", rows.currency, row.price, row.unit);
}

/// What a string of JSON may not hold as it is.
std::string json_string(std::string_view text) {
    std::string quoted{'"'};
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            quoted += fmt::format("\\u{:04x}", byte);
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string attributes_json(const ListRow& row, const ListedRows& rows) {
    const bool is_transfer = row.offer == offer::kTransfer;
    std::vector<std::pair<std::string_view, std::string>> attributes{
        {"servicecode", row.offer},
        {is_transfer ? "fromLocation" : "location", std::string{location_of_region(rows.region)}},
        {is_transfer ? "fromRegionCode" : "regionCode", rows.region},
        {"usagetype", row.usage_type},
        {"operation", row.operation}};
    if (is_transfer) {
        attributes.emplace_back("transferType", "AWS Outbound");
        attributes.emplace_back("toLocation", "External");
    }
    std::string text;
    for (const auto& [key, value] : attributes)
        text +=
            fmt::format("{}        {}: {}", text.empty() ? "" : ",\n", json_string(key), json_string(value));
    return text;
}

std::string product_json(const ProductRows& product, const ListedRows& rows) {
    const ListRow& row = product.front();
    return fmt::format("    {0}: {{\n      \"sku\": {0},\n      \"attributes\": {{\n{1}\n      }}\n    }}",
                       json_string(row.sku), attributes_json(row, rows));
}

std::string dimension_json(const ListRow& row, const ListedRows& rows) {
    return fmt::format(
        "            {0}: {{\n              \"rateCode\": {0},\n              \"description\": {1},\n"
        "              \"beginRange\": {2},\n              \"endRange\": {3},\n              \"unit\": {4},\n"
        "              \"pricePerUnit\": {{{5}: {6}}},\n              \"appliesTo\": []\n            }}",
        json_string(rate_code(row)), json_string(description_of(row, rows)), json_string(row.begin),
        json_string(row.end), json_string(row.unit), json_string(rows.currency), json_string(row.price));
}

std::string terms_json(const ProductRows& product, const ListedRows& rows) {
    const ListRow& first = product.front();
    std::string dimensions;
    for (const ListRow& row : product)
        dimensions += (dimensions.empty() ? "" : ",\n") + dimension_json(row, rows);
    return fmt::format(
        "      {0}: {{\n        {1}: {{\n          \"offerTermCode\": {2},\n          \"sku\": {0},\n"
        "          \"effectiveDate\": \"{3}T00:00:00Z\",\n          \"priceDimensions\": {{\n{4}\n          "
        "}},\n"
        "          \"termAttributes\": {{}}\n        }}\n      }}",
        json_string(first.sku), json_string(fmt::format("{}.{}", first.sku, kTerm)), json_string(kTerm),
        first.effective, dimensions);
}

/// A field of CSV, in quotes as lists have them all.
std::string field(std::string_view text) {
    std::string quoted{'"'};
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string line(const std::vector<std::string_view>& fields) {
    std::string text;
    for (const std::string_view one : fields)
        text += (text.empty() ? "" : ",") + field(one);
    return text + '\n';
}

std::string csv_row(const ListRow& row, const ListedRows& rows) {
    const bool is_transfer = row.offer == offer::kTransfer;
    const std::string_view location = location_of_region(rows.region);
    const std::string code = rate_code(row);
    const std::string description = description_of(row, rows);
    return line({row.sku,
                 kTerm,
                 code,
                 "OnDemand",
                 description,
                 row.effective,
                 row.begin,
                 row.end,
                 row.unit,
                 row.price,
                 rows.currency,
                 row.offer,
                 is_transfer ? "" : location,
                 is_transfer ? "" : std::string_view{rows.region},
                 is_transfer ? "AWS Outbound" : "",
                 is_transfer ? location : "",
                 is_transfer ? std::string_view{rows.region} : "",
                 is_transfer ? "External" : "",
                 row.usage_type,
                 row.operation});
}

}  // namespace

std::string bulk_json(const ListedRows& rows, std::string_view offer) {
    std::string products;
    std::string terms;
    for (const ProductRows& product : products_of(rows, offer)) {
        products += (products.empty() ? "" : ",\n") + product_json(product, rows);
        terms += (terms.empty() ? "" : ",\n") + terms_json(product, rows);
    }
    return fmt::format(
        "{{\n  \"formatVersion\": \"v1.0\",\n  \"disclaimer\": {},\n  \"offerCode\": {},\n  \"version\": "
        "{},\n"
        "  \"publicationDate\": \"{}T00:00:00Z\",\n  \"products\": {{\n{}\n  }},\n  \"terms\": {{\n"
        "    \"OnDemand\": {{\n{}\n    }}\n  }}\n}}\n",
        json_string(kDisclaimer), json_string(offer), json_string(version_of(rows)), rows.day, products,
        terms);
}

std::string bulk_csv(const ListedRows& rows, std::string_view offer) {
    std::string text = line({"FormatVersion", "v1.0"}) + line({"Disclaimer", kDisclaimer}) +
                       line({"Publication Date", rows.day + "T00:00:00Z"}) +
                       line({"Version", version_of(rows)}) + line({"OfferCode", offer});
    text += line({"SKU",           "OfferTermCode",    "RateCode",    "TermType",    "PriceDescription",
                  "EffectiveDate", "StartingRange",    "EndingRange", "Unit",        "PricePerUnit",
                  "Currency",      "serviceCode",      "Location",    "Region Code", "Transfer Type",
                  "From Location", "From Region Code", "To Location", "usageType",   "operation"});
    for (const ListRow& row : rows.rows) {
        if (row.offer == offer) text += csv_row(row, rows);
    }
    return text;
}

}  // namespace firn::price_lists
