#pragma once

#include "core/report/json_value.hpp"
#include "core/report/service_report.hpp"

namespace firn::report {

/// What became of a run of the whole service (docs/commands.md: The whole service). What the scenario does
/// not ask for is left out.
[[nodiscard]] Json service_json(const ServiceTold& told);

}  // namespace firn::report
