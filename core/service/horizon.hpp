#pragma once

#include "core/backup/replay.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/time.hpp"

namespace firn::service {

/// From the start of a run to the end of its last month.
[[nodiscard]] inline Duration horizon_of(const backup::ReplayOptions& options) {
    return BillingPeriod::containing(options.start).plus_months(options.months).begin() - options.start;
}

}  // namespace firn::service
