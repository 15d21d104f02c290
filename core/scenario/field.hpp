#pragma once

#include "core/scenario/scenario.hpp"
#include "core/units/quantity_error.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::scenario {

/// What kind of text a field takes; decides its pattern in the JSON Schema and the words of its help.
enum class FieldKind { text, path, count, amount, bytes, duration, rate, instant, choice };

/// One setting of a scenario: everything that reader, defaults, help and JSON Schema need to know of it.
struct Field {
    std::string path;  ///< "pipeline.bundle_size"
    FieldKind kind = FieldKind::text;
    std::string fallback{};  ///< the default as text; empty: none (see `required`)
    bool required = false;   ///< must be stated (within its section, if the section is optional)
    std::string range{};     ///< "1 to 65536"; empty: any value of its kind
    std::vector<std::string>
        choices{};          ///< words it takes: all of them for a choice, besides a quantity otherwise
    std::string help{};     ///< one sentence: what it is, with its source or "assumed" where it is a number
    std::string example{};  ///< a value that is typical where there is no default

    /// Sets the value from its text, or says why it cannot be.
    std::function<std::optional<QuantityError>(Scenario&, std::string_view)> set{};
    /// The value as text that reads back as the same; empty when the setting is absent.
    std::function<std::string(const Scenario&)> get{};
};

/// A group of fields. An optional section is there only when the scenario names it.
struct Section {
    std::string path;  ///< "workload.trace"
    std::string help{};
    bool optional = false;
    std::function<bool(const Scenario&)> is_present{};
    std::function<void(Scenario&)> enter{};  ///< makes an optional section present
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

/// Whether the section that holds the field is there.
[[nodiscard]] bool is_in_force(const Field& field, const Scenario& scenario);

/// Gives all fields that lie directly in a section their defaults.
void apply_defaults(Scenario& scenario, std::string_view section);

/// A scenario with every default and no optional section.
[[nodiscard]] Scenario default_scenario();

}  // namespace firn::scenario
