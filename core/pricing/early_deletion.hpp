#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/rules.hpp"

namespace firn::pricing {

/// The months that an archive of that age, deleted in `month`, still owes of its minimum duration; never
/// below zero.
///
///     minimum 90 days, age 45 days:   exact 1.5   months 2   exact, real month of 744 hours 1.451613
///     age 90 days and more:           0
///
/// Whole-month steps count months of 30 days whatever the month of division is.
[[nodiscard]] Rational months_owed(Duration minimum, Duration age, const usage::Rules& rules,
                                   BillingPeriod month);

}  // namespace firn::pricing
