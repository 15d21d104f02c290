#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// The settings of `workload.growth`.
void add_growth(std::vector<Field>& table);

/// The sections that they lie in.
void add_growth_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
