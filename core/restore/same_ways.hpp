#pragma once

#include "core/restore/way.hpp"

#include <cstddef>
#include <vector>

namespace firn::restore {

/// Which earlier way stands for each way, its own index where none does. One stands for another of the same
/// tiers and the same exact cost that asks for the same archives at the same times, or that is spread over
/// more time by the same fee for nothing.
///
///     40 archives that are free anyway: all at once, seven deadlines and day by day are one way
[[nodiscard]] std::vector<std::size_t> stands_for(const std::vector<Way>& ways);

}  // namespace firn::restore
