#pragma once

#include "core/report/service_report.hpp"
#include "core/report/table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace firn::report {

/// A table with what stands above it.
using TitledTable = std::pair<std::string, Table>;

/// The figures of a run of the whole service: files, pools, failures, then the life of archives. A table that
/// would say nothing is left out.
[[nodiscard]] std::vector<TitledTable> service_tables(const ServiceTold& told);

}  // namespace firn::report
