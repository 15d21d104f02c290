#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/time.hpp"

namespace firn::pricing {

/// The book as if the prices of one instant held for all time, with their rules, sources and doubts: what
/// somebody knew who planned then. A charge that had no price at that instant has none.
[[nodiscard]] PriceBook with_prices_of(const PriceBook& book, Instant instant);

}  // namespace firn::pricing
