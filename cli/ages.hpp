#pragma once

#include "core/diag/result.hpp"
#include "core/planner/age_grid.hpp"

#include <string>
#include <vector>

namespace firn::cli {

/// Most ages that one plan tries.
inline constexpr std::size_t kMostAges = 64;

/// The list of --ages: "10s,30s,5min,none"; each as the setting pipeline.max_age takes it. Errors, at the
/// option: those of that setting; `ages-too-many`.
[[nodiscard]] Result<std::vector<planner::MaxAge>> parse_ages(const std::string& list);

}  // namespace firn::cli
