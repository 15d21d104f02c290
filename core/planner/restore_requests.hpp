#pragma once

#include "core/planner/simulation.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/rational.hpp"

#include <optional>

namespace firn::planner {

/// How often somebody asks for something back in a run of this scenario, as who keeps the files elsewhere
/// would be asked: each single file, and a batch once. Restore tests to the store are among them. Absent: the
/// run restores nothing.
[[nodiscard]] std::optional<Rational> restore_requests_of(const scenario::Scenario& scenario,
                                                          const Simulation& simulation);

}  // namespace firn::planner
