#pragma once

#include "core/units/bytes.hpp"

#include <vector>

namespace firn::planner {

/// The bundle sizes that a plan tries: 1 and 2 MiB, then four steps to each doubling from 4 MiB to 1 GiB (4,
/// 5, 6, 7, 8, 10 MiB, ..., 35 sizes in all) and the scenario's own, ascending, none twice. Steps are wide
/// below 4 MiB because the archives there are many, and with them the work of a plan, and seldom the answer.
[[nodiscard]] std::vector<Bytes> bundle_grid(Bytes own);

}  // namespace firn::planner
