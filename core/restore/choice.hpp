#pragma once

#include "core/diag/result.hpp"
#include "core/restore/way.hpp"

#include <cstddef>
#include <vector>

namespace firn::restore {

/// Whether copies outlast their download: without that nothing else counts.
[[nodiscard]] bool is_cheaper(const Way& a, const Way& b);
[[nodiscard]] bool is_faster(const Way& a, const Way& b);

/// The index of the first of the best by an order; ways whose copies do not last come after all others.
[[nodiscard]] std::size_t best_by(const std::vector<Way>& ways, bool (*is_better)(const Way&, const Way&));

/// The way to take: the cheapest that meets the deadline and the budget; with a budget alone, the fastest
/// within it. Errors: `restore-deadline-unmet`, `restore-budget-unmet`, `restore-copies-expire`.
[[nodiscard]] Result<std::size_t> choose(const std::vector<Way>& ways, const Wish& wish,
                                         const Service& service);

/// The ways that no other beats in both time and cost, by ascending time.
[[nodiscard]] std::vector<Way> frontier_of(std::vector<Way> ways);

}  // namespace firn::restore
