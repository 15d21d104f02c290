#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"

#include <cstddef>
#include <string>

namespace firn::pricing {

/// Where the price of a band changed at the beginning of the month or within it: "Price changed on 2015-09-01
/// from 0.010 to 0.007 USD a GB-Mo."; on a line of the old price "The price changes on ... to ...". Empty
/// where it did not. `listed` is one of the tariff's periods.
[[nodiscard]] std::string price_change_text(const Tariff& tariff, const PricePeriod& listed, std::size_t band,
                                            BillingPeriod month, const PriceBook& book);

}  // namespace firn::pricing
