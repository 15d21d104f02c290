#pragma once

#include "core/scenario/validate.hpp"

#include <vector>

namespace firn::scenario {

/// Reports "keys-missing" for what asks for keys, owners or prefixes of files that have none: those of a
/// workload that is no trace, else those of a drawn backfill. Owners may be drawn, too.
void check_keys(const Scenario& scenario, std::vector<Fault>& faults);

}  // namespace firn::scenario
