#include "core/scenario/field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace firn::scenario {

namespace {

template <class Row>
const Row* find_row(const std::vector<Row>& table, std::string_view path) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row& r) { return r.path == path; });
    return row == table.end() ? nullptr : &*row;
}

/// A quantity that is not stated and has no default is no setting; an empty text is one.
void add_setting(const Scenario& scenario, const Field& field, std::vector<Setting>& settings) {
    if (!is_listed(field, scenario)) return;
    std::string value = field.get(scenario);
    const bool is_text = field.kind == FieldKind::text || field.kind == FieldKind::path;
    if (is_text || !value.empty()) settings.push_back({field.path, std::move(value), &field});
}

void add_items(const Scenario& scenario, const Section& list, std::vector<Setting>& settings) {
    if (!is_in_force(Field{.path = list.path + "."}, scenario)) return;
    for (std::size_t item = 0; item < list.items(scenario); ++item) {
        const Scenario here = at_item(scenario, list, item);
        for (const Field& field : fields()) {
            if (parent_of(field.path) != list.path || !is_listed(field, here)) continue;
            const std::string key = field.path.substr(list.path.size());
            std::string value = field.get(here);
            if (value.empty()) continue;
            settings.push_back({fmt::format("{}.{}{}", list.path, item + 1, key), std::move(value), &field});
        }
    }
}

void apply_default_items(Scenario& scenario, const Section& list) {
    for (std::size_t item = 0; item < list.default_items.size(); ++item) {
        list.resize(scenario, item + 1);
        apply_defaults(scenario, list.path);
        for (const auto& [key, value] : list.default_items[item]) {
            [[maybe_unused]] const auto error = find_field(list.path + "." + key)->set(scenario, value);
            assert(!error && "the table's own default must be valid");
        }
    }
}

}  // namespace

const Field* find_field(std::string_view path) { return find_row(fields(), path); }

const Section* find_section(std::string_view path) { return find_row(sections(), path); }

std::string_view parent_of(std::string_view path) {
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
}

bool is_in_force(const Field& field, const Scenario& scenario) {
    for (std::string_view path = parent_of(field.path); !path.empty(); path = parent_of(path)) {
        const Section* section = find_section(path);
        if (section->optional && !section->is_present(scenario)) return false;
        if (section->repeats && section->items(scenario) == 0) return false;
    }
    return !field.applies || field.applies(scenario);
}

bool is_listed(const Field& field, const Scenario& scenario) {
    if (!is_in_force(field, scenario)) return false;
    return !field.is_quiet || field.get(scenario) != field.fallback;
}

Scenario at_item(const Scenario& scenario, const Section& list, std::size_t item) {
    Scenario copy = scenario;
    list.resize(copy, item + 1);
    return copy;
}

std::vector<Setting> settings_of(const Scenario& scenario) {
    std::vector<Setting> settings;
    const Section* list = nullptr;
    for (const Field& field : fields()) {
        const Section* section = find_section(parent_of(field.path));
        if (section == nullptr || !section->repeats) {
            add_setting(scenario, field, settings);
        } else if (section != list) {
            list = section;  // at the first of its fields all items with all fields
            add_items(scenario, *section, settings);
        }
    }
    return settings;
}

void apply_defaults(Scenario& scenario, std::string_view section) {
    for (const Field& field : fields()) {
        if (field.fallback.empty() || parent_of(field.path) != section) continue;
        [[maybe_unused]] const auto error = field.set(scenario, field.fallback);
        assert(!error && "the table's own default must be valid");
    }
    for (const Section& inner : sections()) {
        if (inner.optional || inner.path.empty() || parent_of(inner.path) != section) continue;
        if (inner.repeats) {
            apply_default_items(scenario, inner);
        } else {
            apply_defaults(scenario, inner.path);
        }
    }
}

Scenario default_scenario() {
    Scenario scenario;
    apply_defaults(scenario, "");
    return scenario;
}

}  // namespace firn::scenario
