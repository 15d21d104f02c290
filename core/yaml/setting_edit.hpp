#pragma once

#include "core/diag/result.hpp"
#include "core/yaml/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace firn::yaml {

// A form changes one setting of a scenario that a person wrote. Comments, order and layout stay theirs: only
// the value is written over, or a key added. Paths are those of the table of fields, items of a list numbered
// from 1: "pipeline.bundle_size", "restores.2.rate".

/// The scalar that stands at the path; nullptr where there is none.
[[nodiscard]] const Node* stated_at(const Document& document, std::string_view path);

/// The path of the setting or section at a place: the last key or list item that begins at it or before it
/// and whose value is not over; "" for what lies before the first one.
[[nodiscard]] std::string path_at(const Document& document, Place place);

/// The text with the setting changed to the value, a plain text as in scenario::Field::get; an empty value
/// takes the key out, so that the default holds. Sections on the way are added. Where the layout of the text
/// is too unusual to change it in place (a value over several lines, an alias), absent.
[[nodiscard]] std::optional<std::string> with_setting(const Document& document, std::string_view path,
                                                      std::string_view value);

/// The text without a section, with all that is in it and the comment lines directly above it. Absent as
/// above.
[[nodiscard]] std::optional<std::string> without_section(const Document& document, std::string_view path);

}  // namespace firn::yaml
