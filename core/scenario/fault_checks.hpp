#pragma once

#include "core/scenario/validate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::scenario {

/// A setting of which exactly one may be stated, and whether it is.
struct Alternative {
    std::string_view key;
    bool is_stated = false;
};

/// Reports "entries-contradict" when more than one is stated and "key-missing" when none is. `what` is the
/// sentence for the latter. True when exactly one is.
bool check_one_of(const std::vector<Alternative>& alternatives, const std::string& path,
                  const std::string& what, std::vector<Fault>& faults);

/// Reports "time-outside-scenario" for an instant before the start or after the last month.
void check_within_months(const Scenario& scenario, Instant instant, const std::string& path,
                         std::vector<Fault>& faults);

/// "outage-too-long" for an outage that is longer than the scenario's months; none: it is not.
[[nodiscard]] std::optional<QuantityError> outage_too_long(const Scenario& scenario, Duration outage);

/// From the start to the end of the last month.
[[nodiscard]] Duration length_of(const Scenario& scenario);

}  // namespace firn::scenario
