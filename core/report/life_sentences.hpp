#pragma once

#include "core/report/service_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What became of archives after they were stored: restores, audits, tests, damage, deletions, compaction.
[[nodiscard]] std::vector<std::string> life_sentences(const ServiceTold& told);

}  // namespace firn::report
