#pragma once

#include "core/restore/way.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace firn::restore {

/// All ways that were looked at, and which of them to take.
struct RestorePlan {
    Service service;
    std::vector<Way> ways{};   ///< tier by tier, then mixes
    std::size_t chosen = 0;    ///< cheapest by the deadline, or fastest within the budget, or cheapest
    std::size_t cheapest = 0;  ///< of those whose copies last, deadline and budget aside
    std::size_t fastest = 0;   ///< likewise
    std::vector<Way> curve{};  ///< the longer the cheaper: every way that no other beats in both
    std::vector<std::string> absent{};  ///< prices that are not known, for want of which ways were left out
    /// The latest instant to start and still meet the deadline, if there is one.
    std::optional<Instant> latest_start{};
};

/// Looks at every tier and pacing that the date's book has, and at mixes of tiers. Errors, besides those of
/// service_of() and pricing::price(): `tier-unknown`, `pacing-unknown`, `restore-deadline-unmet`,
/// `restore-budget-unmet`, `restore-copies-expire`, `restore-too-long` (ten years). `is_abandoned` is asked
/// between the ways: once nobody waits any more the search ends soon, with an error without diagnostics.
[[nodiscard]] Result<RestorePlan> plan_restore(const Wish& wish, const pricing::PriceBook& book,
                                               const std::function<bool()>& is_abandoned = {});

}  // namespace firn::restore
