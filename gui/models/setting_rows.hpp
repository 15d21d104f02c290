#pragma once

#include "gui/models/settings_model.hpp"

#include <vector>

namespace firn::gui {

struct ScenarioReading;

/// The rows of the form for a scenario's text, whether it can be read or not.
[[nodiscard]] std::vector<SettingRow> rows_of(const ScenarioReading& reading);

}  // namespace firn::gui
