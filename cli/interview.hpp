#pragma once

#include "core/scenario/scenario.hpp"

#include <iosfwd>

namespace firn::cli {

/// Asks a person for the settings that make up a scenario of their own, one after the other: what each means,
/// its default (an empty answer takes it) and, after an answer that cannot be, what was expected. Settings
/// that are already set by other means are offered as the default.
///
///     When the scenario begins: midnight UTC of the first day of a month.
///     start (for example 2012-11-01): 2013-05-01
///
/// False when the answers end before all is known; the scenario is then of no use.
[[nodiscard]] bool interview(scenario::Scenario& scenario, std::istream& in, std::ostream& out);

}  // namespace firn::cli
