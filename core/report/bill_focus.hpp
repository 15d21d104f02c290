#pragma once

#include "core/pricing/bill.hpp"

#include <string>

namespace firn::report {

/// A bill as a data set of FOCUS 1.2 (focus.finops.org), CSV, a row a line and month: the mandatory columns,
/// then further ones of the specification, then columns of our own, which begin with x_.
///
/// BilledCost is what the bill's rounding shows, ListCost is ListUnitPrice x PricingQuantity, unrounded.
/// FOCUS takes a GB for 10^9 bytes while the vendor bills 2^30: PricingUnit keeps the price list's word
/// ("GB-Months"), x_QuantityUnit says what it is ("GiB-Months").
[[nodiscard]] std::string bill_focus(const pricing::Bill& bill);

}  // namespace firn::report
