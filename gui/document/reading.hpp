#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/scenario/scenario.hpp"
#include "core/yaml/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::gui {

/// A diagnostic and the setting that it is about.
struct PlacedDiagnostic {
    Diagnostic diagnostic;
    std::string setting;  ///< "pipeline.bundle_size", "restores.2.rate"; "" for the text as a whole
};

/// What a scenario's text says, as far as it can be read.
struct ScenarioReading {
    std::optional<yaml::Document> document;      ///< absent where the text is no YAML
    std::optional<scenario::Scenario> scenario;  ///< absent where there are errors
    std::vector<PlacedDiagnostic> diagnostics;
    /// Of a text with errors: what it said before them, so that the form keeps its shape.
    std::optional<scenario::Scenario> before_errors{};

    /// The scenario, or what it was before the errors; nullptr where it never was any.
    [[nodiscard]] const scenario::Scenario* latest() const {
        if (scenario) return &*scenario;
        return before_errors ? &*before_errors : nullptr;
    }
};

/// Reads a scenario's text. `file` is the name that diagnostics show.
[[nodiscard]] ScenarioReading read_text(const std::string& file, const std::string& text);

/// The text with the setting changed, and nothing else of what it means: in place where the layout allows it,
/// otherwise written anew, without comments. An empty value stands for the default. Absent where the value is
/// refused by the text's own reading, which then cannot be written anew, and for a path that does not exist.
[[nodiscard]] std::optional<std::string> changed_text(const ScenarioReading& reading,
                                                      const std::string& setting, const std::string& value);

/// The text with an optional section, or another item of a list, which states what must be stated.
[[nodiscard]] std::optional<std::string> text_with_section(const ScenarioReading& reading,
                                                           const std::string& section);

/// The text with a section in place of those beside it, of which only one is wanted: "workload.trace" in
/// place of "workload.growth".
[[nodiscard]] std::optional<std::string> text_with_chosen(const ScenarioReading& reading,
                                                          const std::string& section);

/// The text without a section or an item of a list.
[[nodiscard]] std::optional<std::string> text_without_section(const ScenarioReading& reading,
                                                              const std::string& section);

}  // namespace firn::gui
