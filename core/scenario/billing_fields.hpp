#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// The settings of `billing`: what an invoice adds to the prices of a list, and what-ifs about them.
void add_billing(std::vector<Field>& table);

/// The sections that they lie in, and `rules`.
void add_billing_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
