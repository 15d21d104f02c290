#pragma once

#include "core/report/service_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What came of each restore of the list: files, retrievals, times, and whether its targets are met.
[[nodiscard]] std::vector<std::string> restored_sentences(const ServiceTold& told);

}  // namespace firn::report
