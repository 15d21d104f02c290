#include "gui/models/setting_rows.hpp"

#include "core/yaml/setting_edit.hpp"
#include "gui/document/reading.hpp"
#include "gui/text.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::gui {

namespace {

using scenario::Field;
using scenario::FieldKind;
using scenario::Section;

std::string last_part(std::string_view path) { return std::string{path.substr(path.rfind('.') + 1)}; }

/// Items of a list as one text: "1.1, 1, 0.9".
QString listed(const yaml::Node& node) {
    QStringList items;
    for (const yaml::NodePointer& item : node.items)
        items += from_utf8(item->scalar);
    return items.join(QStringLiteral(", "));
}

/// Makes the rows, section after section in the order of the table.
class RowMaker {
  public:
    explicit RowMaker(const ScenarioReading& reading) : reading_{reading} {}

    std::vector<SettingRow> rows() {
        add_fields("", "", reading_.latest());
        add_sections_in("");
        return std::move(rows_);
    }

  private:
    const yaml::Node* stated(const std::string& path) const {
        return reading_.document ? yaml::stated_at(*reading_.document, path) : nullptr;
    }

    QStringList errors_at(const std::string& path) const {
        QStringList errors;
        for (const PlacedDiagnostic& placed : reading_.diagnostics) {
            if (placed.setting != path || placed.diagnostic.severity != Severity::error) continue;
            QString text = from_utf8(placed.diagnostic.what);
            if (!placed.diagnostic.expected.empty())
                text += QStringLiteral("; expected: ") + from_utf8(placed.diagnostic.expected);
            errors += text;
        }
        return errors;
    }

    /// Those of the sections that it holds, which follow it wherever they stand in the table.
    void add_sections_in(std::string_view parent) {
        for (const Section* section : sections_in(parent))
            add_section(*section);
    }

    void add_section(const Section& section) {
        if (section.repeats) return add_list(section);
        if (section.optional && !is_there(section.path)) return add_absent(section);
        if (is_choice(section)) return add_choice(section);
        add_heading(section, section.path, section.optional && stated(section.path) != nullptr);
        add_fields(section.path, section.path, reading_.latest());
        add_sections_in(section.path);
    }

    static std::vector<const Section*> sections_in(std::string_view parent) {
        std::vector<const Section*> found;
        for (const Section& section : scenario::sections()) {
            if (!section.path.empty() && scenario::parent_of(section.path) == parent)
                found.push_back(&section);
        }
        return found;
    }

    /// Whether exactly one of the sections that it holds is wanted: each of them may be absent, it may not.
    static bool is_choice(const Section& section) {
        const std::vector<const Section*> parts = sections_in(section.path);
        return !section.optional && parts.size() > 1 &&
               std::all_of(parts.begin(), parts.end(),
                           [](const Section* part) { return part->optional && !part->repeats; });
    }

    /// The choice, then the settings of the section that is there. Where a text states several of them, the
    /// others have headings of their own, so that they can be removed.
    void add_choice(const Section& section) {
        SettingRow row = row_of(RowKind::choice, section);
        row.takes_only_choices = true;
        std::vector<const Section*> there;
        for (const Section* part : sections_in(section.path)) {
            row.choices += spoken(last_part(part->path));
            row.sections.push_back(part->path);
            if (is_there(part->path)) there.push_back(part);
        }
        if (!there.empty()) {
            row.value = spoken(last_part(there.front()->path));
            row.help = from_utf8(there.front()->help);
            row.is_stated = true;
        }
        rows_.push_back(std::move(row));
        if (!there.empty()) add_fields(there.front()->path, there.front()->path, reading_.latest());
        add_fields(section.path, section.path, reading_.latest());
        if (!there.empty()) add_sections_in(there.front()->path);
        for (std::size_t other = 1; other < there.size(); ++other)
            add_section(*there[other]);
    }

    /// Sections within the items of a list are edited as text.
    void add_list(const Section& list) {
        const std::size_t items = items_of(list);
        for (std::size_t item = 0; item < items; ++item) {
            const std::string path = list.path + "." + std::to_string(item + 1);
            add_heading(list, path, stated(path) != nullptr);
            if (reading_.latest() != nullptr) {
                const scenario::Scenario here = scenario::at_item(*reading_.latest(), list, item);
                add_fields(list.path, path, &here);
            } else {
                add_fields(list.path, path, nullptr);
            }
        }
        if (items == 0) add_absent(list);
    }

    std::size_t items_of(const Section& list) const {
        if (reading_.scenario) return list.items(*reading_.scenario);
        const yaml::Node* node = stated(list.path);
        return node != nullptr ? node->items.size() : 0;
    }

    /// A section is there when the scenario or, where it cannot be read, the text has it.
    bool is_there(const std::string& path) const {
        const Section* section = scenario::find_section(path);
        if (section == nullptr || !section->optional) return true;
        if (stated(path) != nullptr) return true;
        return reading_.latest() != nullptr && section->is_present && section->is_present(*reading_.latest());
    }

    void add_heading(const Section& section, const std::string& path, bool can_be_removed) {
        SettingRow row;
        row.kind = RowKind::section;
        row.path = path;
        row.label = section.repeats
                        ? QStringLiteral("%1 %2").arg(title_of(section.path), from_utf8(last_part(path)))
                        : title_of(section.path);
        row.help = from_utf8(section.help);
        row.can_be_removed = can_be_removed;
        row.errors = errors_at(path);
        rows_.push_back(std::move(row));
    }

    [[nodiscard]] SettingRow row_of(RowKind kind, const Section& section) const {
        SettingRow row;
        row.kind = kind;
        row.path = section.path;
        row.label = title_of(section.path);
        row.help = from_utf8(section.help);
        row.errors = errors_at(section.path);
        return row;
    }

    void add_absent(const Section& section) { rows_.push_back(row_of(RowKind::absent, section)); }

    static QString title_of(const std::string& path) {
        QStringList parts;
        for (const QString& part : from_utf8(path).split(QLatin1Char{'.'}))
            parts += spoken(to_utf8(part));
        return parts.join(QStringLiteral(" › "));
    }

    /// The fields of a section; `place` is its path with the numbers of items.
    void add_fields(const std::string& section, const std::string& place,
                    const scenario::Scenario* scenario) {
        for (const Field& field : scenario::fields()) {
            if (scenario::parent_of(field.path) != section) continue;
            const std::string path = place.empty() ? field.path : place + "." + last_part(field.path);
            const yaml::Node* node = stated(path);
            if (node == nullptr && scenario != nullptr && !scenario::is_in_force(field, *scenario)) continue;
            rows_.push_back(row_of(field, path, node, scenario));
        }
    }

    SettingRow row_of(const Field& field, const std::string& path, const yaml::Node* node,
                      const scenario::Scenario* scenario) const {
        SettingRow row;
        row.path = path;
        row.label = spoken(last_part(field.path));
        row.help = from_utf8(field.help);
        row.fallback = from_utf8(field.fallback.empty() ? "" : field.fallback);
        row.range = from_utf8(field.range);
        for (const std::string& choice : field.choices)
            row.choices += from_utf8(choice);
        if (field.kind == FieldKind::boolean) row.choices = {QStringLiteral("true"), QStringLiteral("false")};
        row.takes_only_choices = field.kind == FieldKind::choice || field.kind == FieldKind::boolean;
        row.is_stated = node != nullptr;
        row.is_required = field.required;
        row.is_quiet = field.is_quiet;
        row.errors = errors_at(path);
        if (node != nullptr) {
            row.value = node->kind == yaml::Node::Kind::sequence ? listed(*node) : from_utf8(node->scalar);
        } else {
            row.value = from_utf8(scenario != nullptr ? field.get(*scenario) : field.fallback);
        }
        return row;
    }

    const ScenarioReading& reading_;
    std::vector<SettingRow> rows_;
};

}  // namespace

std::vector<SettingRow> rows_of(const ScenarioReading& reading) { return RowMaker{reading}.rows(); }

}  // namespace firn::gui
