#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"

namespace firn::planner {

/// Refuses a scenario with a month that the book has no prices of, before hours of replay end there.
/// Error: `month-outside-price-book`, of the first such month.
[[nodiscard]] Result<bool> check_months_priced(const scenario::Scenario& scenario,
                                               const pricing::PriceBook& book);

}  // namespace firn::planner
