#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/time.hpp"

#include <optional>

namespace firn::scenario {

/// Within what time a restore is to be done. {5 h, target}, {7 days, deadline}
struct RestoreTarget {
    enum class Kind { target, deadline };

    Duration within{};
    Kind kind = Kind::target;
};

/// The target of a restore of the scenario, or its own deadline where that is not longer. nullopt: nobody
/// said.
[[nodiscard]] std::optional<RestoreTarget> restore_target(const Scenario& scenario, const Restore& restore);

/// "target", "deadline"
[[nodiscard]] const char* to_text(RestoreTarget::Kind kind);

}  // namespace firn::scenario
