#pragma once

#include "core/units/time.hpp"

namespace firn::pricing {

/// When provisioned capacity ends: a month after its purchase, to the second; where the next month has no
/// such day, at that time of its last day
/// (docs.aws.amazon.com/amazonglacier/latest/dev/downloading-an-archive-two-steps.html).
///
///     2017-08-31T10:00Z: 2017-09-30T10:00Z        2017-01-31T10:00Z: 2017-02-28T10:00Z
[[nodiscard]] Instant end_of_capacity(Instant bought);

}  // namespace firn::pricing
