#include "cli/made_scenario.hpp"

#include "cli/field_options.hpp"
#include "core/loading/assumed_settings.hpp"
#include "core/loading/files_scenario.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace firn::cli {

namespace {

ScenarioTrouble start_with_files(ChosenScenario& chosen) {
    const auto first = loading::first_month_of_files(chosen.scenario, chosen.folder);
    if (!first) return {first.error(), ExitCode::input_error};
    if (!*first) {
        Diagnostic missing = start_missing();
        missing.what =
            "these files hold no file at all, or no times of arrival: when does the scenario begin?";
        return {{missing}, ExitCode::usage_error};
    }
    chosen.scenario.start = **first;
    chosen.assumed.push_back(
        fmt::format("start {} (the month of the first file)", to_text(BillingPeriod::containing(**first))));
    return {};
}

}  // namespace

bool is_given(const ScenarioOptions& options, const std::string& field) {
    const auto sets = [&](const std::string& setting) { return setting.starts_with(field + '='); };
    return options.texts.contains(std::string{option_of(field)}) ||
           std::any_of(options.settings.begin(), options.settings.end(), sets);
}

Diagnostic start_missing() {
    return {.code = "start-missing",
            .where = {"--start", 0, 0},
            .what = "nothing says when the scenario begins",
            .expected = "the first day of a month",
            .remedy = "add for example --start 2013-03-01"};
}

ScenarioTrouble complete_made(const ScenarioOptions& options, ChosenScenario& chosen) {
    chosen.overrides.past_horizon = !is_given(options, "months");
    chosen.overrides.move_foreign_trace = !is_given(options, "workload.trace.starts_at");
    ScenarioTrouble trouble;
    if (!is_given(options, "start")) trouble = start_with_files(chosen);
    const auto is_stated = [&options](const std::string& path) { return is_given(options, path); };
    for (std::string& setting : loading::assumed_settings(chosen.scenario, is_stated))
        chosen.assumed.push_back(std::move(setting));
    return trouble;
}

}  // namespace firn::cli
