#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/diag/diagnostic.hpp"
#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"

#include <string_view>

namespace firn::alternatives {

/// A discount rate from its text: "8 %". Errors: those of parse_value(), and `discount-rate-too-low` at -100
/// % and below.
[[nodiscard]] Expected<Rational, QuantityError> parse_discount_rate(std::string_view text);

/// What cannot be compared: `comparison-empty`, `discount-rate-too-low`, `drive-too-small` (for the largest
/// file), `parameter-out-of-range` (also at the ends of a range), `currency-without-rate` (of what is stated,
/// a price book or default prices), `demand-empty`, of a run `workload-empty`, `demand-too-large`,
/// `overlap-too-long`, `pieces-too-many`. Places are those of the alternatives and of the demand; a workload
/// and alternatives that no file states have none.
[[nodiscard]] Diagnostics check(const Comparison& comparison, const Demand& demand);

/// What of that, and of what price books cannot bill (`tier-unpriced`, `class-unknown`, ...), is wrong before
/// a run says what is kept. `ahead`: demand_ahead(); `knows_months`: the run will have as many.
[[nodiscard]] Diagnostics check_ahead(const Comparison& comparison, const Demand& ahead, bool knows_months);

/// Warnings: `horizon-beyond-prices` where months lie after the day to which a price book was checked,
/// `exchange-unused`, and `demand-unused` where a run says what is asked. The comparison is as it was read:
/// settle_currencies() was not yet called.
[[nodiscard]] Diagnostics warnings_of(const Comparison& comparison, const Demand& demand);

}  // namespace firn::alternatives
