#pragma once

#include "core/pricing/draft_line.hpp"
#include "core/pricing/month_use.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace firn::pricing {

/// The lines of a month as they are found, with what was wrong on the way.
struct LineCollector {
    const PriceBook& book;
    BillingPeriod month;
    const usage::Rules& rules;
    bool explain = false;
    std::vector<DraftLine> lines{};
    /// What was used so far of the bands and free amounts, by MonthTariff::pool, in billing units.
    std::map<std::size_t, Rational> filled{};
    /// What of it the same payer used elsewhere.
    std::map<std::size_t, Rational> elsewhere{};
    Diagnostics diagnostics{};
};

/// Adds the lines of a tariff's quantities: what has an instant at the price of its instant, the rest split
/// by the hours of each price; a line a band, the free amount taken from the first. Charges billed at one
/// rate fill its bands one after the other. Errors: `price-absent`.
void add_quantity_lines(LineCollector& collector, const MonthTariff& tariff,
                        const std::vector<Quantity>& quantities);

/// The diagnostic about a price that the book does not have, at an instant or (without one) in part of the
/// month.
[[nodiscard]] Diagnostic absent_price(const LineCollector& collector, const Tariff& tariff,
                                      std::optional<Instant> at, const SourceLocation& where);

}  // namespace firn::pricing
