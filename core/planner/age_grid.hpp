#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <optional>
#include <vector>

namespace firn::planner {

/// How long a bundle may wait at most; none: until it is full.
using MaxAge = std::optional<Duration>;

/// Whether one waits longer than the other; none is the longest.
[[nodiscard]] bool is_shorter(const MaxAge& a, const MaxAge& b);

/// The ages that a plan tries when nobody names any: 5, 10 and 30 s, 1, 2, 5 and 15 min, 1 and 6 h,
/// 1 day, none, and the scenario's own; ascending, each once.
[[nodiscard]] std::vector<MaxAge> age_grid(const MaxAge& own);

/// In ascending order, each once.
[[nodiscard]] std::vector<MaxAge> in_order(std::vector<MaxAge> ages);

/// The bundle sizes that a plan tries with each of several ages: the doublings from 1 MiB to 1 GiB and the
/// scenario's own (11 or 12 sizes), ascending, none twice.
[[nodiscard]] std::vector<Bytes> coarse_bundle_grid(Bytes own);

}  // namespace firn::planner
