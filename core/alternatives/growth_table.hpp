#pragma once

#include "core/units/rational.hpp"

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

namespace firn::alternatives {

/// growth_factors() of one horizon, reckoned once for each rate that is asked again and again while other
/// numbers are moved. Not for several threads at once.
class GrowthTable {
  public:
    explicit GrowthTable(std::size_t months) : months_{months} {}
    /// Holds until the next one is asked.
    [[nodiscard]] const std::vector<Rational>& of(const Rational& yearly_rate);

  private:
    std::size_t months_;
    std::deque<std::pair<Rational, std::vector<Rational>>> known_;  ///< the latest rates
};

}  // namespace firn::alternatives
