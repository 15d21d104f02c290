#pragma once

#include "core/report/json_value.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/time.hpp"

#include <string>
#include <vector>

// How often and how long each resource was out in a run.
namespace firn::report {

/// A sentence for each resource that can be out, before `months` are over.
[[nodiscard]] std::vector<std::string> outage_sentences(const scenario::Scenario& scenario, Duration months);

/// docs/commands.md: `outages`.
[[nodiscard]] Json outages_json(const scenario::Scenario& scenario, Duration months);

}  // namespace firn::report
