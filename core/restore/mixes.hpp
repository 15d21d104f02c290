#pragma once

#include "core/restore/ways.hpp"

namespace firn::restore {

/// Adds the mixes of tiers that a deadline or a budget calls for: as much in the slower tiers as the deadline
/// allows, or as much in the faster one as the budget pays for.
void add_mixes(Ways& ways);

/// Adds mixes of any two tiers in steps of a tenth of the archives.
void add_steps(Ways& ways);

}  // namespace firn::restore
