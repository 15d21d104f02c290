#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// What lies there already: archives of several classes and ages (`stock.parts`), and files that are to be
/// stored (`backfill`).
void add_backfill(std::vector<Field>& table);

/// The sections that they lie in.
void add_backfill_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
