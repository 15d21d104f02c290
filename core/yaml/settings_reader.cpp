#include "core/yaml/settings_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::yaml {

namespace {

using scenario::Field;
using scenario::Section;

std::string last_word(std::string_view path) {
    const auto dot = path.rfind('.');
    return std::string{dot == std::string_view::npos ? path : path.substr(dot + 1)};
}

std::string place_in(const std::string& place, std::string_view path) {
    return place.empty() ? last_word(path) : fmt::format("{}.{}", place, last_word(path));
}

/// Where the parser has no better advice, the table's range and default help.
QuantityError complete(QuantityError error, const Field& field) {
    if (error.remedy.empty() && !field.fallback.empty())
        error.remedy = fmt::format("the default is {}", field.fallback);
    return error;
}

}  // namespace

void SettingsReader::read(const Node& node, const std::string& path, const std::string& what,
                          const std::vector<std::string>& other_keys) {
    read_section(node, path, path, what, other_keys);
}

/// `place` is the path with the numbers of the items of lists: "workload.growth.sizes.1".
void SettingsReader::read_section(const Node& node, const std::string& path, const std::string& place,
                                  const std::string& what, const std::vector<std::string>& other_keys) {
    nodes_[place] = &node;
    MapReader map{node, reading_, what};
    for (const std::string& key : other_keys)
        (void)map.find(key);
    for (const Field& field : scenario::fields()) {
        if (scenario::parent_of(field.path) == path) read_field(map, field, place_in(place, field.path));
    }
    for (const Field& field : scenario::fields()) {
        if (scenario::parent_of(field.path) == path) check_effect(field, place_in(place, field.path));
    }
    for (const Section& section : scenario::sections()) {
        if (scenario::parent_of(section.path) == path) read_subsection(map, section);
    }
    map.finish();
}

void SettingsReader::read_field(MapReader& map, const Field& field, const std::string& place) {
    const std::string key = last_word(field.path);
    const Node* node = field.required ? map.demand(key) : map.find(key);
    if (node != nullptr) {
        read_value(*node, field, place);
    } else if (field.required) {
        failed_.push_back(place);
    }
}

void SettingsReader::read_value(const Node& node, const Field& field, const std::string& place) {
    nodes_[place] = &node;
    const auto text = text_of(node, field);
    auto error = text ? field.set(scenario_, *text) : std::nullopt;
    if (!text || error) failed_.push_back(place);
    if (error) reading_.report(node, complete(std::move(*error), field));
}

/// The text of a field's value; a list of amounts may be a list of YAML.
std::optional<std::string> SettingsReader::text_of(const Node& node, const Field& field) {
    if (field.kind != scenario::FieldKind::amounts || node.kind != Node::Kind::sequence)
        return scalar_text(node, reading_);
    std::string all;
    for (const NodePointer& item : node.items) {
        const auto text = scalar_text(*item, reading_);
        if (!text) return std::nullopt;
        all += (all.empty() ? "" : ", ") + *text;
    }
    return all;
}

/// A setting that is stated where it means nothing is a mistake. Beside one that could not be read nobody
/// knows.
void SettingsReader::check_effect(const Field& field, const std::string& place) {
    const auto stated = nodes_.find(place);
    if (stated == nodes_.end() || !field.applies || field.applies(scenario_)) return;
    const auto stands_beside = [&](const std::string& failed) {
        return scenario::parent_of(failed) == scenario::parent_of(place);
    };
    if (std::any_of(failed_.begin(), failed_.end(), stands_beside)) return;
    reading_.report(*stated->second,
                    Diagnostic{.code = "setting-without-effect",
                               .what = fmt::format("\"{}\" has no effect here", last_word(field.path)),
                               .expected = fmt::format("it only counts with \"{}\"", field.only_with),
                               .remedy = "leave the line out, or change the other setting"});
}

/// A list replaces its default items.
void SettingsReader::read_list(MapReader& map, const Section& section) {
    const Node* node = map.find(last_word(section.path));
    if (node == nullptr || node->kind == Node::Kind::null) return;
    nodes_[section.path] = node;
    const auto items = map.read_list(last_word(section.path));
    if (node->kind != Node::Kind::sequence) failed_.push_back(section.path);
    if (items.size() > section.most_items) {
        reading_.report(*nodes_[section.path],
                        Diagnostic{.code = "list-length",
                                   .what = fmt::format("\"{}\" has {} items", section.path, items.size()),
                                   .expected = fmt::format("at most {}", section.most_items)});
        return;
    }
    section.resize(scenario_, 0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        section.resize(scenario_, i + 1);
        scenario::apply_defaults(scenario_, section.path);
        read_section(*items[i], section.path, fmt::format("{}.{}", section.path, i + 1),
                     fmt::format("an item of \"{}\"", section.path));
    }
}

void SettingsReader::read_subsection(MapReader& map, const Section& section) {
    if (section.repeats) return read_list(map, section);
    const Node* node = map.find(last_word(section.path));
    if (node == nullptr) return;
    if (section.optional) {
        section.enter(scenario_);
        scenario::apply_defaults(scenario_, section.path);
    }
    if (!section.short_form.empty() && node->kind == Node::Kind::scalar) {
        const std::string field = section.path + "." + section.short_form;
        return read_value(*node, *scenario::find_field(field), field);
    }
    // "reference_w1:" with nothing below it means: with all its defaults.
    static const Node kEmptyMap{.kind = Node::Kind::map, .place = {}};
    const bool empty = node->kind == Node::Kind::null;
    read_section(empty ? kEmptyMap : *node, section.path, section.path, fmt::format("\"{}\"", section.path));
    if (empty) nodes_[section.path] = node;
}

void SettingsReader::report_fault(const scenario::Fault& fault) {
    const std::string_view section = scenario::parent_of(fault.path);
    const Node* setting = node_of(fault.path);
    const bool lacks_key =
        fault.error.code == "key-missing" && setting != nullptr && setting->kind == Node::Kind::scalar;
    const bool failed = std::any_of(failed_.begin(), failed_.end(), [&](const std::string& path) {
        return path == fault.path || path.starts_with(fault.path + ".") ||
               (lacks_key && scenario::parent_of(path) == section);
    });
    if (failed) return;
    std::string_view path = fault.path;
    while (!nodes_.contains(std::string{path}))
        path = scenario::parent_of(path);
    reading_.report(*nodes_.at(std::string{path}), fault.error);
}

const Node* SettingsReader::node_of(const std::string& path) const {
    const auto found = nodes_.find(path);
    return found == nodes_.end() ? nullptr : found->second;
}

}  // namespace firn::yaml
