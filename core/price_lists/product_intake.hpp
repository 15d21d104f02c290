#pragma once

#include "core/price_lists/list_text.hpp"
#include "core/price_lists/price_list.hpp"

#include <cstddef>
#include <string_view>

namespace firn::price_lists {

/// What a list says of a product, as parts of its text.
struct RawProduct {
    std::string_view sku{};
    std::string_view offer{};
    std::string_view location{};
    std::string_view region{};
    std::string_view from_location{};
    std::string_view from_region{};
    std::string_view to_location{};
    std::string_view transfer_type{};
    std::string_view volume_type{};
    std::string_view usage_type{};
    std::string_view operation{};
    std::size_t offset = 0;
};

/// Decides which products of a list are kept. Formats differ in their text only.
class ProductIntake {
  public:
    explicit ProductIntake(ListText& text) : text_{text} {}

    /// The list's own words, before its products.
    void identify(std::string_view offer, std::string_view version, std::string_view published);

    /// What stood behind the products replaces what was known before them.
    void identify_again(std::string_view offer, std::string_view version, std::string_view published);

    /// Keeps the product if a rule may want it, otherwise counts it; nullptr then.
    Product* take(const RawProduct& raw);

    [[nodiscard]] PriceList& list() { return list_; }

    /// Checks the prices of all products and, once, what holds for the whole list.
    [[nodiscard]] PriceList finish() &&;

  private:
    void check_identities();
    void check_currencies();
    void drop_without_price();

    ListText& text_;
    PriceList list_;
};

}  // namespace firn::price_lists
