#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// Adds the rows of a growth model's weekdays, hours, chance and batches.
void add_growth_bursts(std::vector<Field>& table);

/// The same of `workload.monthly_totals`, where by default nothing is bursty.
void add_monthly_bursts(std::vector<Field>& table);

}  // namespace firn::scenario
