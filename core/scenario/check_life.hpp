#pragma once

#include "core/scenario/validate.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace firn::scenario {

/// Most restores that ask for a share of the files or for one owner's.
inline constexpr std::size_t kMostSelections = 8;

/// What is wrong with restores, audits and changes beyond single fields: two origins or none, owners without
/// keys, a pacing without its number, a deadline below the tier's longest wait, deletions of more than all
/// files.
void check_life(const Scenario& scenario, std::vector<Fault>& faults);

}  // namespace firn::scenario
