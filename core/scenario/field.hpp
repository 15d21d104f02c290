#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/quantity_error.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firn::scenario {

/// What kind of text a field takes; decides its pattern in the JSON Schema and the words of its help.
enum class FieldKind {
    text,
    path,
    count,
    amount,
    amounts,  ///< a list of `Field::length` of them: "1.1, 1, 0.9"
    percent,
    bytes,
    duration,
    rate,
    inflow,
    instant,
    day,     ///< "2027-01-15" or "2027-01"
    month,   ///< "2027-01"
    change,  ///< "-20 %", "5 % dearer"
    boolean,
    frequency,  ///< "20/day"
    batch,      ///< "all", "5 %", "owner alice"
    choice
};

/// One setting of a scenario: everything that reader, defaults, help and JSON Schema need to know of it.
struct Field {
    std::string path;  ///< "pipeline.bundle_size"
    FieldKind kind = FieldKind::text;
    std::string fallback{};  ///< the default as text; empty: none (see `required`)
    /// While it has its default it is not listed, and no part of the scenario's identity: of features that
    /// few scenarios ask for.
    bool is_quiet = false;
    bool required = false;  ///< must be stated (within its section, if the section is optional)
    std::string range{};    ///< "1 to 65536"; empty: any value of its kind
    std::vector<std::string>
        choices{};           ///< words it takes: all of them for a choice, besides a quantity otherwise
    std::string help{};      ///< one sentence: what it is, with its source or "assumed" where it is a number
    std::string example{};   ///< a value that is typical where there is no default
    std::size_t length = 0;  ///< how many amounts a list has

    /// Whether the setting means anything beside the others of its section; none: always.
    std::function<bool(const Scenario&)> applies{};
    std::string only_with{};  ///< when it does: "shape: pareto"

    /// Sets the value from its text, or says why it cannot be.
    std::function<std::optional<QuantityError>(Scenario&, std::string_view)> set{};
    /// The value as text that reads back as the same; empty when the setting is absent.
    std::function<std::string(const Scenario&)> get{};
};

/// One item of a list by default: keys and their values as texts.
using DefaultItem = std::vector<std::pair<std::string, std::string>>;

/// A group of fields. An optional section is there only when the scenario names it. A section that repeats is
/// a list: each item has all of its fields, and the fields read and write the last item.
struct Section {
    std::string path;  ///< "workload.trace"
    std::string help{};
    bool optional = false;
    std::function<bool(const Scenario&)> is_present{};
    std::function<void(Scenario&)> enter{};  ///< makes an optional section present
    std::string short_form{};  ///< the key that a plain value in place of the section sets; empty: none

    bool repeats = false;
    std::size_t most_items = 0;
    std::function<std::size_t(const Scenario&)> items{};
    /// Makes it so many items; new ones have no values yet.
    std::function<void(Scenario&, std::size_t)> resize{};
    std::vector<DefaultItem> default_items{};
};

/// The table of all settings, in the order in which a person would write them.
[[nodiscard]] const std::vector<Field>& fields();
[[nodiscard]] const std::vector<Section>& sections();

/// The field with this path, or nullptr.
[[nodiscard]] const Field* find_field(std::string_view path);
[[nodiscard]] const Section* find_section(std::string_view path);

/// The path of the section that holds a field or section: "pipeline" of "pipeline.bundle_size", "" at the
/// top.
[[nodiscard]] std::string_view parent_of(std::string_view path);

/// Whether the section that holds the field is there and the field means something in it.
[[nodiscard]] bool is_in_force(const Field& field, const Scenario& scenario);

/// Whether it is listed: it is in force, and not a quiet one that has its default.
[[nodiscard]] bool is_listed(const Field& field, const Scenario& scenario);

/// A setting with its value; in a list the path has the number of the item: "workload.growth.sizes.1.share".
struct Setting {
    std::string path;
    std::string value;
    const Field* field;
};

/// All settings that are listed, in the order of the table.
[[nodiscard]] std::vector<Setting> settings_of(const Scenario& scenario);

/// A copy in which a list ends with item `item` (from 0), so that its fields read this one.
[[nodiscard]] Scenario at_item(const Scenario& scenario, const Section& list, std::size_t item);

/// Gives all fields of a section their defaults, also in the sections within it that are not optional. The
/// fields of a list are those of its last item.
void apply_defaults(Scenario& scenario, std::string_view section);

/// A scenario with every default and no optional section.
[[nodiscard]] Scenario default_scenario();

}  // namespace firn::scenario
