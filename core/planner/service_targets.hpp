#pragma once

#include "core/planner/size_outcome.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_run.hpp"

namespace firn::planner {

/// Adds the targets that only a run of the whole service can miss, and is known to miss: the age of
/// unprotected files, and the times of restores, a batch's own deadline among them.
void add_missed_targets(const service::ServiceOutcome& service, const scenario::Scenario& scenario,
                        SizeOutcome& outcome);

}  // namespace firn::planner
