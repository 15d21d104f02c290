#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// What limits the place in which the pipeline runs and what goes wrong there: staging, link, failures,
/// bundles by policy, workers by schedule, outages.
void add_place(std::vector<Field>& table);

/// The lists `pipeline.schedule` and `outages`.
void add_place_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
