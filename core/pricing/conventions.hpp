#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"
#include "core/usage/rules.hpp"

namespace firn::pricing {

/// The hours by which byte-hours of the month are divided: its own, 720 or 730.
[[nodiscard]] Rational hours_of(BillingPeriod month, usage::MonthHours convention);

/// The bytes of a GB: the book's, or 10^9.
[[nodiscard]] Bytes gb_of(const PriceBook& book, usage::GbUnit convention);

/// Where a band ends: as the book has it, or with 1,000 in place of 1,024 (10,240 GB become 10,000).
[[nodiscard]] Rational band_end(const Rational& up_to, usage::BandUnit convention);

}  // namespace firn::pricing
