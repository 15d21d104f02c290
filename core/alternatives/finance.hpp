#pragma once

#include "core/units/money.hpp"
#include "core/units/rational.hpp"

#include <cstddef>
#include <vector>

namespace firn::alternatives {

// The conventions of docs/alternatives.md: payments at the begin of their month, the first one undiscounted.
// Whole years are exact fractions. The factor of one month, (1 + r)^(1/12), has no end: it is the largest
// decimal of 40 places whose twelfth power is not above 1 + r, and its powers are rounded to 40 places, which
// leaves 30 places of any amount right. A floating-point number only guesses where the root is looked for.

/// (1 + r)^(1/12), r above -1.
[[nodiscard]] Rational monthly_growth(const Rational& yearly_rate);

/// 1 / (1 + r)^(t / 12) for t = 0 to `months` inclusive.
[[nodiscard]] std::vector<Rational> discount_factors(const Rational& yearly_rate, std::size_t months);

/// (1 + r)^(t / 12) for t = 0 to `months` - 1, rounded to twelve places: prices that change by r a year.
[[nodiscard]] std::vector<Rational> growth_factors(const Rational& yearly_rate, std::size_t months);

/// Sum of flows[t] / (1 + r)^t over whole periods, exact.
[[nodiscard]] Money net_present_value(const std::vector<Money>& flows, const Rational& rate);

/// Sum of flows[t] * factors[t]; there are at least as many factors as flows.
[[nodiscard]] Money present_value(const std::vector<Money>& flows, const std::vector<Rational>& factors);

/// r / (1 - v), v the discount factor over n years: the yearly payment at each year's end that is worth 1
/// now. 1 / n where r is 0.
[[nodiscard]] Rational capital_recovery(const Rational& yearly_rate, const Rational& discount_at_end,
                                        const Rational& years);

/// v of whole years, exact: 1 / (1 + r)^years.
[[nodiscard]] Rational discount_over_years(const Rational& yearly_rate, unsigned years);

/// The part of a tax life of five years that is written off in each year (half-year convention): 20,
/// 32, 19.2, 11.52, 11.52, 5.76 per cent. Depreciation is never cash.
[[nodiscard]] const std::vector<Rational>& five_year_property();

/// What is written off each year in a straight line.
[[nodiscard]] Money straight_line(const Money& cost, const Money& salvage, unsigned years);

}  // namespace firn::alternatives
