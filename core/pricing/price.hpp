#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/usage.hpp"

namespace firn::pricing {

struct PricingOptions {
    Rounding rounding = Rounding::invoice;
    bool explain = false;  ///< fill LineItem::steps; off, pricing is several times faster
};

/// The bill of one month: a pure function of what was used and the prices of that month.
///
/// Usage with an instant takes the price of its instant; other usage is split by hours where a price changes
/// within the month. Errors: `month-outside-price-book`, `class-unknown`, `kind-unknown`, `tier-unknown`,
/// `price-absent` (named with charge, region and time), `retrieval-time-missing` (a fee by the hour needs the
/// hour), `override-contradicts`, `override-unused`. `period` must be free of the errors that usage::check()
/// finds.
[[nodiscard]] Result<PeriodBill> price(const usage::Period& period, const usage::Rules& rules,
                                       const PriceBook& book, PricingOptions options = {});

/// The bill of all months, in the order of time.
[[nodiscard]] Result<Bill> price(const usage::Usage& usage, const PriceBook& book,
                                 PricingOptions options = {});

}  // namespace firn::pricing
