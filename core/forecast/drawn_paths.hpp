#pragma once

#include "core/forecast/model.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace firn::forecast {

/// Files and bytes per file of the coming months in one draw.
struct DrawnPath {
    std::vector<double> items{};
    std::vector<double> bytes_per_item{};
};

/// Draw number `draw` of a seed. What each model missed is drawn in runs of twelve months that follow one
/// another (a moving-block bootstrap), both series from the same months, so that what goes together stays
/// together; and a normal deviate a series for the line of a regression. Depends on seed and number only.
[[nodiscard]] DrawnPath drawn_path(const FittedModel& items, const FittedModel& bytes_per_item,
                                   std::size_t months, std::uint64_t seed, std::uint64_t draw);

}  // namespace firn::forecast
