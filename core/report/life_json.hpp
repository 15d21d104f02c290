#pragma once

#include "core/report/json_value.hpp"
#include "core/report/service_report.hpp"

namespace firn::report {

/// Adds the keys from `restores` to `bytes_at_end`: what became of archives after they were stored.
void add_life(const ServiceTold& told, Json& json);

}  // namespace firn::report
