#pragma once

#include "core/scenario/scenario.hpp"
#include "core/service/life_result.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <optional>

// The restores of a run, by their number in the list, against what the scenario wants of them.
namespace firn::planner {

/// How long it took from the request of a batch to its last file; none: it is no batch, or not complete.
[[nodiscard]] std::optional<Duration> batch_time(const scenario::Scenario& scenario,
                                                 const service::LifeResult& life, std::size_t restore);

/// Whether a restore meets scenario::restore_target(): a batch is complete in time, of single files 99 % are
/// there in time. None: there is no target, nothing is asked for, or the months end before it can be known.
[[nodiscard]] std::optional<bool> meets_target(const scenario::Scenario& scenario,
                                               const service::LifeResult& life, std::size_t restore);

}  // namespace firn::planner
