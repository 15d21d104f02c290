#pragma once

#include "core/scenario/validate.hpp"

#include <vector>

namespace firn::scenario {

/// What is wrong with the place and with what lies there already, beyond single fields: a staging disk below
/// a bundle, a schedule that goes backwards, outages without end, groups by a retention that no file has, a
/// backfill in two forms.
void check_place(const Scenario& scenario, std::vector<Fault>& faults);

}  // namespace firn::scenario
