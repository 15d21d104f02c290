#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/time.hpp"

#include <vector>

namespace firn::scenario {

/// Within what time a restore is to be done. {5 h, target}, {7 days, deadline}
struct RestoreTarget {
    enum class Kind { target, deadline };

    Duration within{};
    Kind kind = Kind::target;
};

/// The target of a restore of the scenario and its own deadline, what is shorter first: who misses the longer
/// one misses both. None: nobody said.
[[nodiscard]] std::vector<RestoreTarget> restore_targets(const Scenario& scenario, const Restore& restore);

/// "target", "deadline"
[[nodiscard]] const char* to_text(RestoreTarget::Kind kind);

}  // namespace firn::scenario
