#pragma once

#include "core/report/json_value.hpp"
#include "core/report/service_report.hpp"
#include "core/report/simulation_report.hpp"

#include <optional>

namespace firn::report {

/// Of a run of the whole service; absent for a plain pipeline.
[[nodiscard]] std::optional<ServiceTold> service_of(const SimulationReport& report);

/// What came out of a run: of simulation_json() the keys from `bundle_bytes` to `grades`.
[[nodiscard]] Json run_json(const SimulationReport& report);

}  // namespace firn::report
