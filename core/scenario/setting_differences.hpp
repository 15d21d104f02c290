#pragma once

#include "core/scenario/field.hpp"
#include "core/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::scenario {

/// A setting that two scenarios have differently; absent where one has no such setting.
///
///     SettingDifference{"pipeline.bundle_size", "25 MiB", "64 MiB"}
struct SettingDifference {
    std::string path;
    std::optional<std::string> first;
    std::optional<std::string> second;

    friend bool operator==(const SettingDifference&, const SettingDifference&) = default;
};

/// What differs between two scenarios, in the order of the table of fields; what only the second has comes
/// last. Name and description are no settings in this sense.
[[nodiscard]] std::vector<SettingDifference> setting_differences(const Scenario& first,
                                                                 const Scenario& second);

}  // namespace firn::scenario
