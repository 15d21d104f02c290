#pragma once

#include "core/pricing/price_book.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace firn::price_lists {

/// A book without any price: the classes with their terms, and the charges in the order of a bill. What the
/// lists do not say stands here: overhead, minimum duration, whose rate a charge has, the operations of
/// reports. Sources: the user guides of S3 and of the vault service.
[[nodiscard]] pricing::PriceBook book_shape(std::string_view book, const std::string& region);

/// The index of the charge, which is added from the shape when the book lacks it.
[[nodiscard]] std::size_t tariff_for(pricing::PriceBook& book, usage::ChargeType charge,
                                     std::string_view storage_class, std::string_view kind,
                                     std::string_view tier);

/// Takes away the charges without a price, and gives those at another charge's rate its prices.
void settle(pricing::PriceBook& book);

}  // namespace firn::price_lists
