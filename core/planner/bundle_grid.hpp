#pragma once

#include "core/units/bytes.hpp"

#include <vector>

namespace firn::planner {

/// The bundle sizes that a plan tries: four steps to each doubling from 1 MiB to 1 GiB (1, 1.25, 1.5, 1.75, 2
/// MiB, ..., 41 sizes) and the scenario's own, ascending, none twice.
[[nodiscard]] std::vector<Bytes> bundle_grid(Bytes own);

}  // namespace firn::planner
