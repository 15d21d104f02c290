#pragma once

#include "gui/models/table_model.hpp"

#include <string>

namespace firn::scenario {
struct Scenario;
}

namespace firn::gui {

/// The settings that two scenarios have differently, with the value of each.
[[nodiscard]] TableContent differing_settings(const scenario::Scenario& here, const std::string& name_here,
                                              const scenario::Scenario& there, const std::string& name_there);

}  // namespace firn::gui
