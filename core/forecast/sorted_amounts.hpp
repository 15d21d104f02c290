#pragma once

#include "core/units/money.hpp"

#include <vector>

namespace firn::forecast {

/// The amounts, ascending. The order is exact: fractions are compared as such where their nearest floating
/// point numbers do not tell them apart, which makes the most of the time that sorting draws takes.
[[nodiscard]] std::vector<Money> sorted_amounts(std::vector<Money> amounts);

}  // namespace firn::forecast
