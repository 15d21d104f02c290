#pragma once

#include "core/report/service_tables.hpp"

#include <vector>

namespace firn::report {

/// Restores, audit and tests, damage, full checks, deletions.
[[nodiscard]] std::vector<TitledTable> life_tables(const ServiceTold& told);

}  // namespace firn::report
