#pragma once

#include "core/planner/plan.hpp"
#include "core/planner/size_outcome.hpp"

#include <optional>

namespace firn::planner {

/// The cheapest of the sizes (with several ages: of the pairs) that miss a target and cost less than the
/// cheapest one that meets them all; one whose bill lacks archives that complete only after the last month is
/// taken only where there is no other. Absent where nothing costs less, or nothing meets the targets.
[[nodiscard]] std::optional<SizeOutcome> cheaper_but_missing(const Plan& plan);

}  // namespace firn::planner
