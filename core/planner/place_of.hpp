#pragma once

#include "core/scenario/scenario.hpp"
#include "core/service/place_settings.hpp"

namespace firn::planner {

/// What limits the place that a scenario describes, and what goes wrong there. The scenario is valid.
[[nodiscard]] service::Place place_of(const scenario::Scenario& scenario);

/// The chance that a drive is dead: 1 - (1 - yearly failures)^years. Roots and products of double only: the
/// same on every machine.
[[nodiscard]] random::Chance chance_dead(const scenario::Drives& drives);

/// The chance of so many percent, 0 to 100.
[[nodiscard]] random::Chance chance_of_percent(const Rational& percent);

}  // namespace firn::planner
