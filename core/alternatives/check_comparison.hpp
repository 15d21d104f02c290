#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/diag/diagnostic.hpp"

namespace firn::alternatives {

/// What cannot be compared: `comparison-empty`, `discount-rate-too-low`, `drive-too-small` (for the largest
/// file), `parameter-out-of-range`, `currency-without-rate`. Places are those of the alternatives.
[[nodiscard]] Diagnostics check(const Comparison& comparison, const Demand& demand);

/// Warnings: `horizon-beyond-prices` where months lie after the day to which a price book was checked.
[[nodiscard]] Diagnostics warnings_of(const Comparison& comparison, const Demand& demand);

}  // namespace firn::alternatives
