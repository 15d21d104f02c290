#pragma once

#include "core/forecast/series.hpp"

#include <string>

namespace firn::forecast {

/// The airline series: 144 months from January 1949.
[[nodiscard]] Series airline_passengers();

/// A number of tests/forecast/data/forecast_reference.csv; fails the test where there is none.
[[nodiscard]] double reference(const std::string& model, const std::string& quantity);

}  // namespace firn::forecast
