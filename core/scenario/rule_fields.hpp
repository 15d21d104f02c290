#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// The settings of `rules`: the named conventions by which quantities are billed.
void add_rules(std::vector<Field>& table);

}  // namespace firn::scenario
