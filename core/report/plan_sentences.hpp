#pragma once

#include "core/report/plan_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// The answer: which size, at what cost, how sure, what limits it, what no bundling would cost. The first
/// sentence can be acted on alone.
[[nodiscard]] std::vector<std::string> plan_sentences(const PlanReport& report);

/// "4 fetchers (20 ms and 10 MB/s a file, assumed), 2 uploaders (50 ms a call and 20 MB/s, measured)"
[[nodiscard]] std::string workers_text(const scenario::Pipeline& pipeline);

}  // namespace firn::report
