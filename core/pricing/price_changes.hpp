#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/usage/billing_settings.hpp"

#include <string>
#include <vector>

namespace firn::pricing {

/// The book as the settings ask for it: the prices of one day held for all time, then each what-if. Where a
/// what-if begins or ends, a period of prices is split in two; its prices are multiplied exactly, and its
/// evidence says so. A what-if about a charge also changes the charges that have its rates (Tariff::rate_of).
///
///     storage 0.004, -20 % from 2027-01:   0.004 until 2027-01, then 0.0032
///
/// Errors: `prices-as-of-outside-book` (the book had no prices that day), `what-if-unused` (the book has no
/// such charge, or no price of it at that time).
[[nodiscard]] Result<PriceBook> changed_prices(const PriceBook& book, const usage::BillingSettings& billing);

/// Whether the settings change any price.
[[nodiscard]] bool changes_prices(const usage::BillingSettings& billing);

/// "20 % cheaper from 2027-01-01 until 2028-01-01", "5 % dearer".
[[nodiscard]] std::string change_text(const usage::WhatIf& what_if);

/// "Retrieval (bulk) of flexible: 20 % cheaper from 2027-01-01", a sentence a setting, and the day whose
/// prices are used.
[[nodiscard]] std::vector<std::string> price_change_notes(const usage::BillingSettings& billing);

}  // namespace firn::pricing
