#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/usage.hpp"

namespace firn::pricing {

/// Completes a bill of charges, its months in the order of time, by what the usage's settings add: their
/// lines, the total in another currency, and notes about prices that a person changed or that are held flat.
/// Error: `exchange-same-currency`.
[[nodiscard]] Result<Bill> with_settings(Bill bill, const usage::Usage& usage, const PriceBook& book,
                                         PricingOptions options);

}  // namespace firn::pricing
