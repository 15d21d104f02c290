#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/price_lists/price_list.hpp"
#include "core/price_lists/rules.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firn::price_lists {

/// The product that prices a charge, by the rule that says so.
struct FoundPrice {
    const Rule* rule = nullptr;
    const Product* product = nullptr;
};

/// What one edition of a list says of one region, for one book.
struct RegionPrices {
    std::string_view book{};
    std::string region{};
    std::string prefix{};  ///< of usage types: "EU-"
    ListIdentity list{};
    std::vector<FoundPrice> prices{};  ///< one for each charge, in the order of the rules
};

struct FoundPrices {
    /// By book and region, and within a region by the day of publication.
    std::vector<RegionPrices> regions{};
    Unused unused{};  ///< of the products that were read, those that price nothing
    std::size_t products_seen = 0;
    std::size_t products_used = 0;
    Diagnostics notes{};
};

/// Finds the prices of all charges in the lists, which must outlive the result.
///
/// A region's prefix is that of its Standard storage (or, in a list without it, of another product): only
/// usage types that are this prefix and a rule's whole name count. Errors: `list-two-prices` (two products
/// for one charge and day), `list-unit-differs`, `list-currencies` (within a region). Warning:
/// `list-prices-differ` (operations that Firn bills as one have different prices).
[[nodiscard]] FoundPrices find_prices(std::span<const PriceList> lists);

}  // namespace firn::price_lists
