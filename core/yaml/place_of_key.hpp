#pragma once

#include "core/yaml/document.hpp"

#include <optional>
#include <string_view>

namespace firn::yaml {

/// Where the value of a key of the document's outermost map stands; nullopt when there is no such key.
[[nodiscard]] std::optional<Place> place_of_key(const Document& document, std::string_view key);

/// The node of a setting: "restores.2.trace" is the key "trace" of the second item of the list "restores". A
/// text in place of a section on the way is that setting's, too. nullptr where it is not stated.
[[nodiscard]] const Node* node_of_setting(const Document& document, std::string_view path);

}  // namespace firn::yaml
