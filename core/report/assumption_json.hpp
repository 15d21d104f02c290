#pragma once

#include "core/report/assumption.hpp"
#include "core/report/json_value.hpp"

#include <vector>

namespace firn::report {

/// [{what, grade, source}]
[[nodiscard]] Json assumptions_json(const std::vector<Assumption>& assumptions);

}  // namespace firn::report
