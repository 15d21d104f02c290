#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/time.hpp"

namespace firn::backup {

/// The end of the year 9999, from the scenario's start: no simulation runs past it.
[[nodiscard]] inline Duration latest_time(Instant start) {
    return BillingPeriod{std::chrono::year{9999} / 12}.end() - start;
}

}  // namespace firn::backup
