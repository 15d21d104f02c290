#include "core/report/json_value.hpp"
#include "core/report/scenario_report.hpp"
#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace firn::report {

namespace {

using scenario::Field;
using scenario::FieldKind;
using scenario::Section;

constexpr std::string_view kByteUnits = "(B|[kKMGTP]B|[KMGTP]iB)";
constexpr std::string_view kTimeUnits = "(us|µs|ms|s|seconds?|min|minutes?|h|hours?|d|days?|weeks?)";
constexpr std::string_view kRateUnits = "(B/s|[kKMGTP]B/s|[KMGTP]iB/s|[kMG]?bit/s)";

/// The regular expression of a quantity with unit; words such as "none" stand beside it.
std::string quantity_pattern(std::string_view units, const Field& field) {
    const std::string quantity = fmt::format("[0-9]+(\\.[0-9]+)? *{}", units);
    if (field.choices.empty()) return fmt::format("^{}$", quantity);
    return fmt::format("^({}|{})$", quantity, fmt::join(field.choices, "|"));
}

/// A type, or one of the words.
Json or_words(Json type, const Field& field) {
    if (field.choices.empty()) return type;
    return {{"anyOf", {std::move(type), {{"enum", field.choices}}}}};
}

/// So many numbers, or one of the words.
Json amounts_type(const Field& field) {
    const Json list{{"type", "array"},
                    {"items", {{"type", "number"}, {"minimum", 0}}},
                    {"minItems", field.length},
                    {"maxItems", field.length}};
    return or_words(list, field);
}

Json type_of(const Field& field) {
    switch (field.kind) {
        case FieldKind::text:
        case FieldKind::path:
            return {{"type", "string"}};
        case FieldKind::count:
            return or_words({{"type", "integer"}, {"minimum", 0}}, field);
        case FieldKind::amount:
            return {{"type", "number"}, {"minimum", 0}};
        case FieldKind::amounts:
            return amounts_type(field);
        case FieldKind::percent:
            return or_words({{"type", "string"}, {"pattern", "^-?[0-9]+(\\.[0-9]+)? *%$"}}, field);
        case FieldKind::inflow:
            return {{"type", "string"},
                    {"pattern", fmt::format("^[0-9]+(\\.[0-9]+)? *({}|files?) */ *(day|week)$", kByteUnits)}};
        case FieldKind::bytes:
            return {{"type", "string"}, {"pattern", quantity_pattern(kByteUnits, field)}};
        case FieldKind::duration:
            return {{"type", "string"}, {"pattern", quantity_pattern(kTimeUnits, field)}};
        case FieldKind::rate:
            return {{"type", "string"}, {"pattern", quantity_pattern(kRateUnits, field)}};
        case FieldKind::instant:
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?$"}};
        case FieldKind::day:
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2}([Tt ].*)?)?$"}};
        case FieldKind::month:
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}};
        case FieldKind::change:
            return {{"type", "string"}, {"pattern", "^[-+]?[0-9]+(\\.[0-9]+)? *% *(cheaper|dearer)?$"}};
        case FieldKind::boolean:
            return {{"type", "boolean"}};
        case FieldKind::frequency:
            return {{"type", "string"}, {"pattern", "^[0-9]+(\\.[0-9]+)? */ *(hour|day|week|month)$"}};
        case FieldKind::batch:
            return {{"type", "string"}, {"pattern", "^(all|[0-9]+(\\.[0-9]+)? *%|owner .+)$"}};
        case FieldKind::choice:
            return {{"enum", field.choices}};
    }
    return Json::object();
}

/// A default as JSON: numbers for counts and amounts, text for words and quantities with units.
Json typed_value(const Field& field, const std::string& text) {
    const bool is_number = field.kind == FieldKind::count || field.kind == FieldKind::amount;
    const bool is_word = std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end();
    if (field.kind == FieldKind::boolean) return Json::parse(text);
    if (field.kind == FieldKind::amounts && !is_word) return Json::parse("[" + text + "]");
    return is_number && !is_word ? Json::parse(text) : Json(text);
}

Json field_schema(const Field& field) {
    Json json = type_of(field);
    json["description"] =
        field.range.empty() ? field.help : fmt::format("{} Range: {}.", field.help, field.range);
    if (!field.fallback.empty()) json["default"] = typed_value(field, field.fallback);
    if (!field.example.empty()) json["examples"] = {typed_value(field, field.example)};
    return json;
}

std::string last_word(const std::string& path) { return path.substr(path.rfind('.') + 1); }

Json section_schema(const std::string& path);

/// A section that repeats: a list of items, of which all have the same fields.
Json list_schema(const Section& section) {
    Json items = Json::array();
    for (const scenario::DefaultItem& item : section.default_items) {
        Json json = Json::object();
        for (const auto& [key, value] : item)
            json[key] = typed_value(*scenario::find_field(section.path + "." + key), value);
        items.push_back(json);
    }
    return {{"type", "array"},
            {"items", section_schema(section.path)},
            {"maxItems", section.most_items},
            {"default", items}};
}

/// A section, or the value of the one field that may stand in its place.
Json section_or_short_form(const Section& section) {
    Json whole = section_schema(section.path);
    if (section.short_form.empty()) return whole;
    const Field* field = scenario::find_field(section.path + "." + section.short_form);
    return {{"anyOf", {type_of(*field), std::move(whole)}}};
}

Json section_schema(const std::string& path) {
    Json properties = Json::object();
    Json required = Json::array();
    if (path.empty()) {
        properties["scenario"] = {{"const", 1}, {"description", "Version of the format."}};
        required.push_back("scenario");
    }
    for (const Field& field : scenario::fields()) {
        if (scenario::parent_of(field.path) != path) continue;
        properties[last_word(field.path)] = field_schema(field);
        if (field.required) required.push_back(last_word(field.path));
    }
    for (const Section& section : scenario::sections()) {
        if (scenario::parent_of(section.path) != path) continue;
        Json schema{{"description", section.help}};
        schema.update(section.repeats ? list_schema(section) : section_or_short_form(section));
        properties[last_word(section.path)] = schema;
    }
    const bool may_be_empty = !path.empty() && required.empty();
    Json json{{"type", may_be_empty ? Json{"object", "null"} : Json("object")},
              {"properties", properties},
              {"additionalProperties", false}};
    if (!required.empty()) json["required"] = required;
    return json;
}

/// Exactly one of the sections of a workload.
Json kinds_of_workload() {
    Json kinds = Json::array();
    for (const Section& section : scenario::sections()) {
        if (scenario::parent_of(section.path) == "workload")
            kinds.push_back({{"required", Json::array({last_word(section.path)})}});
    }
    return kinds;
}

}  // namespace

std::string scenario_schema() {
    Json json{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "Firn scenario, format 1"}};
    json.update(section_schema(""));
    json["required"].push_back("workload");
    json["properties"]["workload"]["oneOf"] = kinds_of_workload();
    return json_text(json);
}

}  // namespace firn::report
