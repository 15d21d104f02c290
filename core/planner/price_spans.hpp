#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"

#include <cstdint>
#include <vector>

namespace firn::planner {

/// Months that follow one another and have the same prices.
///
///     {2016-08, 4}, {2016-12, 8}     twelve months, with other prices from December on
struct PriceSpan {
    BillingPeriod first;
    std::int64_t months = 0;
};

/// The months from `first` on, parted where any price of the book begins or ends. A price that changes within
/// a month gives that month a span of its own. At least one month.
[[nodiscard]] std::vector<PriceSpan> price_spans(const pricing::PriceBook& book, BillingPeriod first,
                                                 std::int64_t months);

}  // namespace firn::planner
