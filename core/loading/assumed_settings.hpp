#pragma once

#include "core/scenario/scenario.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::loading {

/// What nobody stated of a scenario that was made for files, with its defaults: "months 12",
/// "pipeline.bundle_size 25 MB"; what is off, or means nothing beside the others, is left out. `is_stated`
/// tells of the path of a setting whether somebody did.
[[nodiscard]] std::vector<std::string> assumed_settings(
    const scenario::Scenario& scenario, const std::function<bool(const std::string& path)>& is_stated);

}  // namespace firn::loading
