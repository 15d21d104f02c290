#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/trace_profile.hpp"

namespace firn::loading {

/// The profile of the files that a scenario's growth model draws from an instant to another (included), for
/// comparison with the trace that it was fitted to. Errors: those of workload::growth_model().
[[nodiscard]] Result<workload::TraceProfile> simulated_profile(const scenario::Scenario& scenario,
                                                               Instant first, Instant last);

}  // namespace firn::loading
