#pragma once

#include "core/planner/size_outcome.hpp"
#include "core/scenario/scenario.hpp"
#include "core/service/service_run.hpp"

namespace firn::planner {

/// Adds the targets that only a run of the whole service can miss: the age of unprotected files, and the
/// times of restores.
void add_missed_targets(const service::ServiceOutcome& service, const scenario::Scenario& scenario,
                        SizeOutcome& outcome);

}  // namespace firn::planner
