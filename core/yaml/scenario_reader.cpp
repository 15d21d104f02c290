#include "core/yaml/scenario_reader.hpp"

#include "core/scenario/field.hpp"
#include "core/scenario/validate.hpp"
#include "core/units/quantity_text.hpp"
#include "core/yaml/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::yaml {

namespace {

using scenario::Field;
using scenario::Scenario;
using scenario::Section;

/// Walks the tree beside the table of fields and remembers where each path stands, for the checks that come
/// after.
class ScenarioReader {
  public:
    explicit ScenarioReader(const Document& document)
        : reading_{document, {}}, scenario_{scenario::default_scenario()} {}

    Result<Scenario> read() && {
        const Node& root = *reading_.document.root;
        read_section(root, "", "", "the scenario");
        for (const scenario::Fault& fault : scenario::validate(scenario_))
            report_fault(fault);
        Diagnostics diagnostics = std::move(reading_).finish();
        if (has_errors(diagnostics)) return diagnostics;
        return std::move(scenario_);
    }

  private:
    /// `place` is the path with the numbers of the items of lists: "workload.growth.sizes.1".
    void read_section(const Node& node, const std::string& path, const std::string& place,
                      const std::string& what) {
        nodes_[place] = &node;
        MapReader map{node, reading_, what};
        if (path.empty()) check_version(map);
        for (const Field& field : scenario::fields()) {
            if (scenario::parent_of(field.path) == path) read_field(map, field, place_in(place, field.path));
        }
        for (const Field& field : scenario::fields()) {
            if (scenario::parent_of(field.path) == path)
                check_effect(field, nodes_.find(place_in(place, field.path)));
        }
        for (const Section& section : scenario::sections()) {
            if (scenario::parent_of(section.path) == path) read_subsection(map, section);
        }
        map.finish();
    }

    void check_version(MapReader& map) {
        const auto version = map.require("scenario", parse_count);
        if (!version || *version == 1) return;
        reading_.report(
            *map.find("scenario"),
            Diagnostic{.code = "scenario-version",
                       .what = fmt::format("version {} of the scenario format is not known", *version),
                       .expected = "scenario: 1"});
    }

    static std::string place_in(const std::string& place, std::string_view path) {
        return place.empty() ? last_word(path) : fmt::format("{}.{}", place, last_word(path));
    }

    void read_field(MapReader& map, const Field& field, const std::string& place) {
        const std::string key = last_word(field.path);
        const Node* node = field.required ? map.demand(key) : map.find(key);
        if (node == nullptr) {
            if (field.required) failed_.push_back(place);
            return;
        }
        nodes_[place] = node;
        const auto text = text_of(*node, field);
        auto error = text ? field.set(scenario_, *text) : std::nullopt;
        if (!text || error) failed_.push_back(place);
        if (error) reading_.report(*node, complete(std::move(*error), field));
    }

    /// The text of a field's value; a list of amounts may be a list of YAML.
    std::optional<std::string> text_of(const Node& node, const Field& field) {
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

    /// A setting that is stated where it means nothing is a mistake.
    void check_effect(const Field& field, std::map<std::string, const Node*>::const_iterator stated) {
        if (stated == nodes_.end() || !field.applies || field.applies(scenario_)) return;
        reading_.report(*stated->second,
                        Diagnostic{.code = "setting-without-effect",
                                   .what = fmt::format("\"{}\" has no effect here", last_word(field.path)),
                                   .expected = fmt::format("it only counts with \"{}\"", field.only_with),
                                   .remedy = "leave the line out, or change the other setting"});
    }

    /// Where the parser has no better advice, the table's range and default help.
    static QuantityError complete(QuantityError error, const Field& field) {
        if (error.remedy.empty() && !field.fallback.empty()) {
            error.remedy = fmt::format("the default is {}", field.fallback);
        }
        return error;
    }

    /// A list replaces its default items.
    void read_list(MapReader& map, const Section& section) {
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

    void read_subsection(MapReader& map, const Section& section) {
        if (section.repeats) return read_list(map, section);
        const Node* node = map.find(last_word(section.path));
        if (node == nullptr) return;
        if (section.optional) {
            section.enter(scenario_);
            scenario::apply_defaults(scenario_, section.path);
        }
        // "reference_w1:" with nothing below it means: with all its defaults.
        static const Node kEmptyMap{.kind = Node::Kind::map, .place = {}};
        const bool empty = node->kind == Node::Kind::null;
        read_section(empty ? kEmptyMap : *node, section.path, section.path,
                     fmt::format("\"{}\"", section.path));
        if (empty) nodes_[section.path] = node;
    }

    /// A fault in a value that could not even be read, or where a part of it could not, has been reported
    /// already.
    void report_fault(const scenario::Fault& fault) {
        const bool failed = std::any_of(failed_.begin(), failed_.end(), [&](const std::string& path) {
            return path == fault.path || path.starts_with(fault.path + ".");
        });
        if (failed) return;
        std::string_view path = fault.path;
        while (!nodes_.contains(std::string{path}))
            path = scenario::parent_of(path);
        reading_.report(*nodes_.at(std::string{path}), fault.error);
    }

    static std::string last_word(std::string_view path) {
        const auto dot = path.rfind('.');
        return std::string{dot == std::string_view::npos ? path : path.substr(dot + 1)};
    }

    Reading reading_;
    Scenario scenario_;
    std::map<std::string, const Node*> nodes_;
    std::vector<std::string> failed_;
};

}  // namespace

Result<Scenario> read_scenario(std::string file, std::string text) {
    const auto document = parse_document(std::move(file), std::move(text));
    if (!document) return document.error();
    return ScenarioReader{*document}.read();
}

}  // namespace firn::yaml
