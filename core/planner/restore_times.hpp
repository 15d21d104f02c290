#pragma once

#include "core/scenario/restore_target.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <optional>
#include <vector>

// The restores of a run, by their number in the list, against what the scenario wants of them.
namespace firn::planner {

/// Until when everything is metered, since the start.
[[nodiscard]] Duration horizon_of(const service::LifeResult& life, Instant start);

struct TargetOutcome {
    scenario::RestoreTarget target;
    /// A batch is complete in time, of single files 99 % are there in time. None: nothing is asked for, or
    /// the months end before it can be known.
    std::optional<bool> is_met{};
};

/// Each of scenario::restore_targets(), in their order.
[[nodiscard]] std::vector<TargetOutcome> target_outcomes(const scenario::Scenario& scenario,
                                                         const service::LifeResult& life,
                                                         std::size_t restore);

}  // namespace firn::planner
