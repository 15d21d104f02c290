#include "gui/document/reading.hpp"

#include "core/scenario/field.hpp"
#include "core/yaml/scenario_reader.hpp"
#include "core/yaml/scenario_writer.hpp"
#include "core/yaml/setting_edit.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace firn::gui {

namespace {

/// The path in the table of fields: "restores.rate" of "restores.2.rate".
std::string without_numbers(const std::string& path) {
    std::string plain;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string part = path.substr(begin, end - begin);
        const bool is_number = !part.empty() && std::isdigit(static_cast<unsigned char>(part.front())) != 0;
        if (!is_number) plain += (plain.empty() ? "" : ".") + part;
        begin = end + 1;
    }
    return plain;
}

/// What stands between the first quotes of a sentence: the name of a key that is missing.
std::string quoted_word(const std::string& sentence) {
    const auto begin = sentence.find('"');
    if (begin == std::string::npos) return {};
    const auto end = sentence.find('"', begin + 1);
    return end == std::string::npos ? std::string{} : sentence.substr(begin + 1, end - begin - 1);
}

/// A missing key is reported at its section, whose first key may begin at the same place.
std::string missing_setting(const std::string& found, const std::string& key) {
    for (std::string section = found;; section = std::string{scenario::parent_of(section)}) {
        const std::string path = section.empty() ? key : section + "." + key;
        if (scenario::find_field(without_numbers(path)) != nullptr) return path;
        if (section.empty()) return found;
    }
}

std::string setting_of(const yaml::Document& document, const Diagnostic& diagnostic) {
    if (diagnostic.where.line == 0) return {};
    const std::string found = yaml::path_at(document, {diagnostic.where.line, diagnostic.where.column});
    if (diagnostic.code != "key-missing") return found;
    return missing_setting(found, quoted_word(diagnostic.what));
}

std::vector<PlacedDiagnostic> placed(const Diagnostics& diagnostics,
                                     const std::optional<yaml::Document>& document) {
    std::vector<PlacedDiagnostic> placed;
    for (const Diagnostic& diagnostic : diagnostics)
        placed.push_back({diagnostic, document ? setting_of(*document, diagnostic) : std::string{}});
    return placed;
}

/// Whether two scenarios differ in nothing but one setting.
bool differ_only_in(const scenario::Scenario& a, const scenario::Scenario& b, const std::string& setting) {
    const auto others = [&setting](const scenario::Scenario& scenario) {
        std::vector<std::pair<std::string, std::string>> values;
        for (const scenario::Setting& each : scenario::settings_of(scenario)) {
            if (each.path != setting) values.emplace_back(each.path, each.value);
        }
        return values;
    };
    const auto left = others(a);
    const auto right = others(b);
    // A setting may bring others into force or take them out; what both have is the same in both.
    return std::all_of(left.begin(), left.end(), [&](const auto& pair) {
        const auto same = std::find_if(right.begin(), right.end(),
                                       [&](const auto& other) { return other.first == pair.first; });
        return same == right.end() || same->second == pair.second;
    });
}

/// The whole text anew, from the scenario with the setting.
std::optional<std::string> rewritten(const ScenarioReading& reading, const std::string& setting,
                                     const std::string& value) {
    const scenario::Field* field = scenario::find_field(setting);
    if (!reading.scenario || field == nullptr) return std::nullopt;
    scenario::Scenario changed = *reading.scenario;
    if (field->set(changed, value.empty() ? field->fallback : value)) return std::nullopt;
    return yaml::scenario_text(changed);
}

std::string typical_value(const scenario::Field& field) {
    if (!field.example.empty()) return field.example;
    return field.fallback.empty() && !field.choices.empty() ? field.choices.front() : field.fallback;
}

/// What a section must state, or its first setting; of an item of a list one, which makes the item.
std::vector<const scenario::Field*> first_settings_of(const std::string& section) {
    std::vector<const scenario::Field*> all;
    std::vector<const scenario::Field*> required;
    for (const scenario::Field& field : scenario::fields()) {
        if (scenario::parent_of(field.path) != section || typical_value(field).empty()) continue;
        all.push_back(&field);
        if (field.required) required.push_back(&field);
    }
    std::vector<const scenario::Field*>& chosen = required.empty() ? all : required;
    const scenario::Section* found = scenario::find_section(section);
    const bool is_one = required.empty() || (found != nullptr && found->repeats);
    if (is_one && chosen.size() > 1) chosen.resize(1);
    return chosen;
}

}  // namespace

ScenarioReading read_text(const std::string& file, const std::string& text) {
    ScenarioReading reading;
    auto document = yaml::parse_document(file, text);
    if (document) reading.document = std::move(document).value();
    auto scenario = yaml::read_scenario(file, text);
    if (scenario) {
        reading.scenario = std::move(scenario).value();
    } else {
        reading.diagnostics = placed(scenario.error(), reading.document);
    }
    return reading;
}

std::optional<std::string> changed_text(const ScenarioReading& reading, const std::string& setting,
                                        const std::string& value) {
    if (!reading.document) return std::nullopt;
    const auto text = yaml::with_setting(*reading.document, setting, value);
    if (!text) return rewritten(reading, setting, value);
    if (!reading.scenario) return text;
    const auto changed = yaml::read_scenario(reading.document->file, *text);
    if (!changed || differ_only_in(*reading.scenario, *changed, setting)) return text;
    return rewritten(reading, setting, value);
}

std::optional<std::string> text_with_section(const ScenarioReading& reading, const std::string& section) {
    if (!reading.document) return std::nullopt;
    std::optional<std::string> text;
    for (const scenario::Field* field : first_settings_of(section)) {
        const auto document = text ? yaml::parse_document(reading.document->file, *text) : *reading.document;
        if (!document) return std::nullopt;
        text = yaml::with_setting(*document, field->path, typical_value(*field));
        if (!text) return std::nullopt;
    }
    return text;
}

std::optional<std::string> text_with_chosen(const ScenarioReading& reading, const std::string& section) {
    std::optional<std::string> text = text_with_section(reading, section);
    for (const scenario::Section& other : scenario::sections()) {
        if (!text) return std::nullopt;
        if (other.path == section || scenario::parent_of(other.path) != scenario::parent_of(section))
            continue;
        const auto document = yaml::parse_document(reading.document->file, *text);
        if (!document) return std::nullopt;
        if (yaml::stated_at(*document, other.path) != nullptr)
            text = yaml::without_section(*document, other.path);
    }
    return text;
}

std::optional<std::string> text_without_section(const ScenarioReading& reading, const std::string& section) {
    if (!reading.document) return std::nullopt;
    return yaml::without_section(*reading.document, section);
}

}  // namespace firn::gui
