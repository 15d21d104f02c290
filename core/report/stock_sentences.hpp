#pragma once

#include "core/report/service_report.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What nobody knows of the archives that lie there at the start, and which of them the life leaves out.
[[nodiscard]] std::vector<std::string> stock_sentences(const ServiceTold& told);

}  // namespace firn::report
