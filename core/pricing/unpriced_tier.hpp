#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"

#include <optional>
#include <string>

namespace firn::pricing {

/// The error `tier-unpriced` where the book bills retrievals of the class and lacks a price that those of
/// this tier need at the end of the month, as that of a request: known before anything is retrieved. What is
/// expected are the tiers that have all their prices then; the remedy is the caller's, who knows where a tier
/// is stated.
[[nodiscard]] std::optional<Diagnostic> unpriced_tier(const PriceBook& book, const std::string& storage_class,
                                                      const std::string& tier, BillingPeriod month);

}  // namespace firn::pricing
