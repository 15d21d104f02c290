#pragma once

#include "core/planner/indifference.hpp"
#include "core/report/plan_report.hpp"
#include "core/units/bytes.hpp"

#include <optional>
#include <string>

namespace firn::report {

/// Why the size of a plan decides nothing; absent where it does, and of plans with several ages.
[[nodiscard]] std::optional<planner::Indifference> indifference_of(const PlanReport& report);

/// What to stay with where the size decides nothing: the scenario's own, if somebody stated it, else the
/// recommended one.
[[nodiscard]] Bytes kept_size(const PlanReport& report);

/// The answer where the size decides nothing: "The bundle size changes nothing: ... Keep 1 GB." `months`: "12
/// months from 2012-11 to 2013-10".
[[nodiscard]] std::string indifferent_sentence(const PlanReport& report,
                                               const planner::Indifference& indifference,
                                               const std::string& months);

/// "each file is larger than any of these bundles and becomes an archive of its own"
[[nodiscard]] std::string reason_text(const planner::Indifference& indifference);

}  // namespace firn::report
