#pragma once

#include "core/report/assumption.hpp"
#include "core/report/plan_report.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// "how the files were read", as surely as the files are known.
[[nodiscard]] Assumption workload_assumption(const scenario::Scenario& scenario, const std::string& reading);
/// The workers of the pipeline, as surely as the less sure of their two stages is known.
[[nodiscard]] Assumption workers_assumption(const scenario::Pipeline& pipeline);

/// "not stated: start 2013-03 (the month of the first file); months 12"
[[nodiscard]] Assumption not_stated_assumption(const std::vector<std::string>& assumed);
/// Whose prices count, a line a book.
[[nodiscard]] std::vector<Assumption> book_assumptions(const Provenance& provenance,
                                                       const scenario::Scenario& scenario);

/// What the answer rests on: workload, pipeline, stock, prices.
[[nodiscard]] std::vector<Assumption> plan_basis(const PlanReport& report);

/// The same as texts, the shares of the total by grade before them.
[[nodiscard]] std::vector<std::string> plan_assumptions(const PlanReport& report);

}  // namespace firn::report
