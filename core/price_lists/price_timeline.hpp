#pragma once

#include "core/pricing/price_book.hpp"

#include <vector>

namespace firn::price_lists {

/// Equal bands with equal prices; doubts and sources do not count.
[[nodiscard]] bool same_bands(const std::vector<pricing::Band>& a, const std::vector<pricing::Band>& b);

/// Puts prices that hold from piece.from until piece.until into the periods of a charge. Periods with the
/// same price stay, with the sources and SKU of the piece added; others end where it begins and go on where
/// it ends.
void overlay(std::vector<pricing::PricePeriod>& periods, const pricing::PricePeriod& piece);

}  // namespace firn::price_lists
