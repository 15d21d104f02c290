#pragma once

#include "core/units/time.hpp"

#include <string>

namespace firn::pricing {

/// "2015-09-01"; an instant within a day in full, "2015-09-01T12:00:00Z".
[[nodiscard]] std::string day_text(Instant instant);

}  // namespace firn::pricing
