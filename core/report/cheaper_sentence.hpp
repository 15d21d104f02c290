#pragma once

#include "core/planner/plan.hpp"

#include <string>
#include <string_view>

namespace firn::report {

/// " that meets the targets" behind "the cheapest size", where a cheaper one misses one; else empty.
[[nodiscard]] std::string_view among_text(const planner::Plan& plan);

/// "64 MiB would cost 3.1 % less than the cheapest size that meets the targets, but ..."; empty where nothing
/// that misses a target costs less.
[[nodiscard]] std::string cheaper_sentence(const planner::Plan& plan);

}  // namespace firn::report
