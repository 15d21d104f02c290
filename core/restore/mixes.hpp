#pragma once

#include "core/restore/ways.hpp"

namespace firn::restore {

/// Adds mixes of tiers. Paced by the link: as quick as the fastest tier alone, which only the archives that
/// are downloaded first need; and by a deadline as late as that allows. All at once: as much in the slower
/// tiers as the deadline allows, or as much in the faster one as the budget pays for.
void add_mixes(Ways& ways);

/// Adds mixes of any two tiers in steps of a tenth of the archives.
void add_steps(Ways& ways);

}  // namespace firn::restore
