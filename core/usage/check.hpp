#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/usage/usage.hpp"

namespace firn::usage {

/// What cannot be true of a usage, whatever the prices: `month-repeated`, `duration-too-long` (longer than
/// the month), `time-outside-month`, `hours-out-of-range`, `archive-size-zero`, `archives-missing` (bytes
/// sent in no archive), `archive-too-large`, `part-size-out-of-range`. Empty when all is well.
[[nodiscard]] Diagnostics check(const Usage& usage);

/// The same for one month alone.
[[nodiscard]] Diagnostics check(const Period& period);

}  // namespace firn::usage
