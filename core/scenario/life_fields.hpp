#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// What happens to archives besides restores: audit, restore test, damage, changes.
void add_life(std::vector<Field>& table);

/// The sections that they lie in.
void add_life_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
