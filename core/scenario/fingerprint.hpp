#pragma once

#include "core/scenario/scenario.hpp"

#include <string>

namespace firn::scenario {

/// 16 hex digits over all settings that are in force, defaults included, name and description left out: two
/// scenarios that ask the same have the same. The contents of the files that they name have no part in it.
[[nodiscard]] std::string fingerprint_of(const Scenario& scenario);

/// Every setting that is in force as "path: value" lines, in the order of the table.
[[nodiscard]] std::string canonical_text(const Scenario& scenario);

}  // namespace firn::scenario
