#pragma once

#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"

#include <string>

namespace firn::report {

/// The JSON Schema (draft 2020-12) of scenario files, from the table of fields.
[[nodiscard]] std::string scenario_schema();

/// Every setting with unit, range, default and meaning, from the table of fields, as a Markdown table.
[[nodiscard]] std::string settings_markdown();
/// The same for a terminal and as CSV.
[[nodiscard]] std::string settings_text();
[[nodiscard]] std::string settings_csv();

/// The settings of a scenario that are in force, defaults included, with their meaning.
[[nodiscard]] std::string scenario_text(const scenario::Scenario& scenario);
[[nodiscard]] std::string scenario_markdown(const scenario::Scenario& scenario);
[[nodiscard]] std::string scenario_csv(const scenario::Scenario& scenario);
[[nodiscard]] std::string scenario_json(const scenario::Scenario& scenario, const Provenance& provenance);

}  // namespace firn::report
