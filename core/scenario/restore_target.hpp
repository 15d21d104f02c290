#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/time.hpp"

#include <optional>

namespace firn::scenario {

/// Within what time a restore of the scenario is to be done: its target, or its own deadline where that is
/// shorter. nullopt: nobody said.
[[nodiscard]] std::optional<Duration> restore_target(const Scenario& scenario, const Restore& restore);

}  // namespace firn::scenario
