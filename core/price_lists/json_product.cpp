#include "core/price_lists/json_product.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace firn::price_lists {

using Value = ondemand::value;

bool JsonProductReader::read_product(Value value, RawProduct& raw) {
    return walk_.each_field(value, "a product", [&](std::string_view key, Value part) {
        if (key == "sku") raw.sku = text_of(part);
        return key != "attributes" || read_attributes(part, raw);
    });
}

bool JsonProductReader::read_attributes(Value value, RawProduct& raw) {
    const std::array<std::pair<std::string_view, std::string_view*>, 11> parts{
        {{"servicecode", &raw.offer},
         {"location", &raw.location},
         {"regionCode", &raw.region},
         {"fromLocation", &raw.from_location},
         {"fromRegionCode", &raw.from_region},
         {"toLocation", &raw.to_location},
         {"transferType", &raw.transfer_type},
         {"volumeType", &raw.volume_type},
         {"usagetype", &raw.usage_type},
         {"operation", &raw.operation}}};
    return walk_.each_field(value, "attributes of a product", [&](std::string_view key, Value part) {
        for (const auto& [name, text] : parts) {
            if (name == key && text != nullptr) *text = text_of(part);
        }
        return true;
    });
}

bool JsonProductReader::read_offers(Value value, std::vector<ListedPrice>& prices) {
    return walk_.each_field(value, "the terms of a product",
                            [&](std::string_view, Value term) { return read_term(term, prices); });
}

bool JsonProductReader::read_term(Value value, std::vector<ListedPrice>& prices) {
    std::string_view effective;
    std::vector<RawPrice> raw;
    const bool read = walk_.each_field(value, "a term", [&](std::string_view key, Value part) {
        if (key == "effectiveDate") effective = text_of(part);
        return key != "priceDimensions" || read_dimensions(part, raw);
    });
    for (RawPrice& one : raw) {
        one.effective = effective;
        if (auto price = parse_price(one, text_)) prices.push_back(std::move(*price));
    }
    return read && !text_.is_full();
}

bool JsonProductReader::read_dimensions(Value value, std::vector<RawPrice>& raw) {
    return walk_.each_field(
        value, "prices, each under its rate code",
        [&](std::string_view, Value dimension) { return read_dimension(dimension, raw); });
}

/// The vendor's guide calls the bounds startingRange and endingRange; its files have the other names.
bool JsonProductReader::read_dimension(Value value, std::vector<RawPrice>& raw) {
    RawPrice price{.offset = walk_.base()};
    std::vector<std::pair<std::string_view, std::string_view>> amounts;
    const bool read = walk_.each_field(value, "a price", [&](std::string_view key, Value part) {
        if (key == "rateCode") price.rate_code = text_of(part);
        if (key == "unit") price.unit = text_of(part);
        if (key == "beginRange" || key == "startingRange") price.begin = text_of(part);
        if (key == "endRange" || key == "endingRange") price.end = text_of(part);
        if (key != "pricePerUnit") return true;
        return walk_.each_field(part, "a price in each currency",
                                [&](std::string_view currency, Value amount) {
                                    amounts.emplace_back(currency, text_of(amount));
                                    return true;
                                });
    });
    for (const auto& [currency, amount] : amounts) {
        price.currency = currency;
        price.price = amount;
        raw.push_back(price);
    }
    return read;
}

}  // namespace firn::price_lists
