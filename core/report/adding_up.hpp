#pragma once

#include "core/units/rational.hpp"

#include <vector>

namespace firn::report {

/// The parts of a sum, each to the nearest with so many decimals (half-up), so that they add up to the
/// rounded sum: what rounding leaves goes to the largest part.
///
///     adding_up({1/3, 1/3, 1/3}, 1) = {0.4, 0.3, 0.3}
[[nodiscard]] std::vector<Rational> adding_up(std::vector<Rational> parts, unsigned places);

}  // namespace firn::report
