#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// A sentence about months after the day to which the book's prices were checked: "The prices were checked up
/// to 2026-09-18; for 2026-10 to 2028-09 they are held flat." Empty when all months end by then, or all are
/// billed by the prices of an earlier day. Months are ascending.
[[nodiscard]] std::string held_flat_note(const PriceBook& book, const std::vector<BillingPeriod>& months,
                                         std::optional<Instant> prices_as_of = {});

/// The warning `book-closed` for somebody who begins to use the service when its book takes no new customers
/// any more; none before that day.
[[nodiscard]] Diagnostics closed_book_warnings(const PriceBook& book, Instant begin);

}  // namespace firn::pricing
