#pragma once

#include "core/price_lists/json_walk.hpp"
#include "core/price_lists/listed_price.hpp"
#include "core/price_lists/product_intake.hpp"

#include <vector>

namespace firn::price_lists {

/// A product and the terms of one, which look the same in bulk files and in answers of GetProducts. A
/// function that returns false has reported what is wrong.
class JsonProductReader {
  public:
    JsonProductReader(ListText& text, JsonWalk& walk) : text_{text}, walk_{walk} {}

    /// {"sku": ..., "attributes": {...}}
    bool read_product(ondemand::value value, RawProduct& raw);

    /// {"SKU.TERM": {"effectiveDate": ..., "priceDimensions": {...}}}: the prices of a product.
    bool read_offers(ondemand::value value, std::vector<ListedPrice>& prices);

  private:
    bool read_attributes(ondemand::value value, RawProduct& raw);
    bool read_term(ondemand::value value, std::vector<ListedPrice>& prices);
    bool read_dimensions(ondemand::value value, std::vector<RawPrice>& raw);
    bool read_dimension(ondemand::value value, std::vector<RawPrice>& raw);

    ListText& text_;
    JsonWalk& walk_;
};

}  // namespace firn::price_lists
