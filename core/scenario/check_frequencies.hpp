#pragma once

#include "core/scenario/validate.hpp"

#include <vector>

namespace firn::scenario {

/// Reports restores ("requests-too-many") and audits ("audits-too-many") that would be asked for so often
/// over the months that the run would not end while somebody waits for it.
void check_frequencies(const Scenario& scenario, std::vector<Fault>& faults);

}  // namespace firn::scenario
