#include "core/report/scenario_report.hpp"

#include "core/report/json_value.hpp"
#include "core/report/table.hpp"
#include "core/scenario/field.hpp"
#include "core/scenario/fingerprint.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace firn::report {

namespace {

using scenario::Field;
using scenario::Scenario;

std::string values_of(const Field& field) {
    const bool is_choice =
        field.kind == scenario::FieldKind::choice || field.kind == scenario::FieldKind::boolean;
    if (is_choice) return fmt::format("{}", fmt::join(field.choices, " or "));
    if (field.choices.empty()) return field.range;
    return fmt::format("{}, or {}", field.range, fmt::join(field.choices, " or "));
}

Table settings_table() {
    Table table{.columns = {{"setting", Align::left},
                            {"default", Align::left},
                            {"values", Align::left},
                            {"meaning", Align::left}}};
    for (const Field& field : scenario::fields()) {
        table.rows.push_back(
            {field.path, field.required ? "(must be stated)" : field.fallback, values_of(field), field.help});
    }
    return table;
}

Table scenario_table(const Scenario& scenario) {
    Table table{.columns = {{"setting", Align::left}, {"value", Align::left}, {"meaning", Align::left}}};
    for (const scenario::Setting& setting : scenario::settings_of(scenario))
        table.rows.push_back({setting.path, setting.value, setting.field->help});
    return table;
}

std::string sentence(const Scenario& scenario) {
    return fmt::format("{} is a valid scenario: {} from {}.\n", scenario.name,
                       counted(static_cast<std::uint64_t>(scenario.months), "month", "months"),
                       to_text(scenario.start));
}

}  // namespace

std::string settings_text() { return to_plain_text(settings_table()); }
std::string settings_csv() { return to_csv(settings_table()); }
std::string settings_markdown() { return to_markdown(settings_table()); }

std::string scenario_text(const Scenario& scenario) {
    return sentence(scenario) + '\n' + to_plain_text(scenario_table(scenario));
}

std::string scenario_markdown(const Scenario& scenario) {
    return sentence(scenario) + '\n' + to_markdown(scenario_table(scenario));
}

std::string scenario_csv(const Scenario& scenario) { return to_csv(scenario_table(scenario)); }

std::string scenario_json(const Scenario& scenario, const Provenance& provenance) {
    Json json;
    json["firn"] = provenance_json(provenance);
    json["scenario"] = scenario.name;
    json["settings"] = Json::object();
    for (const scenario::Setting& setting : scenario::settings_of(scenario))
        json["settings"][setting.path] = setting.value;
    return json_text(json);
}

}  // namespace firn::report
