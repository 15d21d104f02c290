#pragma once

#include "core/price_lists/price_list.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/charge_type.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firn::price_lists {

/// Which product of a list prices which charge of a book. The table of them is the only place that knows the
/// vendor's names.
struct Rule {
    std::string_view book;        ///< "aws-s3-glacier"
    std::string_view offer;       ///< whose list it is
    std::string_view usage_type;  ///< without the region's prefix; the whole name
    /// The product's operation must be one of these, separated by blanks; the first has the preference. "-"
    /// is the empty one: lists had no operations until about 2018, and have none where it makes no
    /// difference.
    std::string_view operations;
    usage::ChargeType charge;
    std::string_view storage_class;
    std::string_view kind;
    std::string_view tier;
    pricing::BillingUnit unit;
    std::string_view doubt = {};  ///< why it is not certain that this product prices this charge
};

[[nodiscard]] std::span<const Rule> rules();

/// Whether some rule may want a product of this usage type, whatever the region's prefix is.
[[nodiscard]] bool may_be_wanted(std::string_view offer, std::string_view usage_type);

/// The region's prefix ("EU-", or nothing) if the usage type is the rule's with one before it; nullopt for
/// other names, also such that merely end with the rule's ("USE2-Tables-TimedStorage-ByteHrs").
[[nodiscard]] std::optional<std::string_view> prefix_of(std::string_view usage_type, const Rule& rule);

/// How much a rule prefers this operation: 0 is best; nullopt: it does not want it.
[[nodiscard]] std::optional<std::size_t> preference(const Rule& rule, std::string_view operation);

/// Whether the product is of the rule's service and of an operation that it wants, and transfer goes to the
/// internet, not to another region or service; whatever its usage type.
[[nodiscard]] bool wants_operation(const Rule& rule, const Product& product);

/// Whether the rule prices its charge by this product, in the region of that prefix.
[[nodiscard]] bool wants(const Rule& rule, const Product& product);

/// The service of a list that Firn reads.
[[nodiscard]] bool is_known_offer(std::string_view offer);
[[nodiscard]] std::string known_offers_text();

/// The book that a service's prices belong to; "" for transfer, which belongs to both.
[[nodiscard]] std::string_view book_of_offer(std::string_view offer);

}  // namespace firn::price_lists
