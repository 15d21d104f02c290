#pragma once

#include "core/price_lists/list_text.hpp"
#include "core/price_lists/price_list.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace firn::price_lists {

/// A price as the text of a list has it.
struct RawPrice {
    std::string_view rate_code{};
    std::string_view effective{};
    std::string_view begin{};
    std::string_view end{};
    std::string_view unit{};
    std::string_view price{};
    std::string_view currency{};
    std::size_t offset = 0;  ///< where it stands, if its parts do not lie in the text
};

/// Reads it exactly; nullopt after a report: `number-malformed`, `number-negative`, `date-malformed`,
/// `date-ambiguous` (neither 03/02/2018 nor 02/03/2018 is the first of a month).
[[nodiscard]] std::optional<ListedPrice> parse_price(const RawPrice& raw, ListText& text);

/// The prices of a product, sorted by day and range, each day's ranges from zero on without hole or overlap.
/// Reports `list-two-prices`, `list-band-hole`, `list-band-overlap`, `list-currencies`.
void check_product(Product& product, ListText& text);

/// The day of "2026-09-11T12:45:07Z" or of a version "20260911124507"; "" for anything else.
[[nodiscard]] std::string day_of(std::string_view published);

}  // namespace firn::price_lists
