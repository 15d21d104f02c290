#pragma once

#include "core/report/service_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What became of a run of the whole service, a sentence each: what was lost and what to do, the backfill,
/// failures, the limits of the place, then the life of archives.
[[nodiscard]] std::vector<std::string> service_sentences(const ServiceTold& told);

}  // namespace firn::report
