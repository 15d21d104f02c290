#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// The tiers whose retrievals the book can bill at the end of the month.
[[nodiscard]] std::vector<std::string> priced_tiers(const PriceBook& book, const std::string& storage_class,
                                                    BillingPeriod month);

/// The error `tier-unpriced` where the book bills retrievals of the class and does not know this tier, or
/// lacks a price that its retrievals need at the end of the month, as that of a request: known before
/// anything is retrieved. What is expected are the tiers that have all their prices then, or another region
/// where none has, or where `tier` is empty: whoever asks had no tiers to choose among when it began. The
/// remedy is the caller's, who knows where a tier is stated.
[[nodiscard]] std::optional<Diagnostic> unpriced_tier(const PriceBook& book, const std::string& storage_class,
                                                      const std::string& tier, BillingPeriod month);

}  // namespace firn::pricing
