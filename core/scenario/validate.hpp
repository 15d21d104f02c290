#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/quantity_error.hpp"

#include <string>
#include <vector>

namespace firn::scenario {

/// A fault that no field has by itself, and the path of the field or section where it shows.
struct Fault {
    std::string path;
    QuantityError error;
};

/// What is wrong with a scenario whose fields are each right: no workload or two, a start within a month,
/// archives without bytes, a horizon beyond the year 9999, and what check_place(), check_life(),
/// check_keys(), check_frequencies() and check_billing() say. Empty: the scenario can run.
[[nodiscard]] std::vector<Fault> validate(const Scenario& scenario);

}  // namespace firn::scenario
