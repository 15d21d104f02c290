#pragma once

#include "core/report/json_value.hpp"
#include "core/usage/usage.hpp"

namespace firn::report {

/// A month as the simulator meters it, in the shape of the usage file: storage by byte-microseconds, requests
/// by count, retrievals by hour, copies, deletions, transfer out. Read back as a usage file it gives the same
/// bill.
[[nodiscard]] Json usage_json(const usage::Period& period);

}  // namespace firn::report
