#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

namespace firn::planner {

/// Refuses a scenario with a month that the book has no prices of, or with retrievals by a tier that lacks
/// one, before hours of replay end there. Errors: `month-outside-price-book`, of the first such month, and
/// `tier-unpriced`.
[[nodiscard]] Result<bool> check_months_priced(const scenario::Scenario& scenario,
                                               const pricing::PriceBook& book);

}  // namespace firn::planner
