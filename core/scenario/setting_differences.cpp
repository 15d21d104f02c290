#include "core/scenario/setting_differences.hpp"

#include <algorithm>
#include <utility>

namespace firn::scenario {

namespace {

bool is_compared(const Setting& setting) { return setting.path != "name" && setting.path != "description"; }

/// What a scenario has in the place of another one's setting; one that is not listed has its default.
std::optional<std::string> value_in(const std::vector<Setting>& listed, const Setting& wanted,
                                    const Scenario& scenario) {
    const auto found = std::find_if(listed.begin(), listed.end(),
                                    [&](const Setting& one) { return one.path == wanted.path; });
    if (found != listed.end()) return found->value;
    const bool is_of_list = wanted.field->path != wanted.path;
    if (is_of_list || !is_in_force(*wanted.field, scenario)) return std::nullopt;
    return wanted.field->get(scenario);
}

}  // namespace

std::vector<SettingDifference> setting_differences(const Scenario& first, const Scenario& second) {
    const std::vector<Setting> of_first = settings_of(first);
    const std::vector<Setting> of_second = settings_of(second);
    std::vector<SettingDifference> differences;
    const auto add = [&](SettingDifference one) {
        if (one.first != one.second) differences.push_back(std::move(one));
    };
    for (const Setting& setting : of_first) {
        if (is_compared(setting)) add({setting.path, setting.value, value_in(of_second, setting, second)});
    }
    for (const Setting& setting : of_second) {
        const bool is_told = std::any_of(of_first.begin(), of_first.end(),
                                         [&](const Setting& one) { return one.path == setting.path; });
        if (is_compared(setting) && !is_told)
            add({setting.path, value_in(of_first, setting, first), setting.value});
    }
    return differences;
}

}  // namespace firn::scenario
