#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// Adds the rows of the workloads that are recorded or given: the reference workload, a trace, monthly totals
/// (without their bursts).
void add_recorded_workloads(std::vector<Field>& table);

}  // namespace firn::scenario
