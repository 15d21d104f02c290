#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"

namespace firn::pricing {

/// What cannot be true of a price book: `price-book-empty`, `period-empty` (ends before it begins),
/// `period-overlap` (two prices for one day), `period-hole` (days without a price between two prices),
/// `bands-empty`, `band-out-of-order`, `band-without-end` (an end is missing before the last band, or given
/// to it), `class-unknown`, `tariff-repeated`. Empty when all is well.
[[nodiscard]] Diagnostics check(const PriceBook& book);

}  // namespace firn::pricing
