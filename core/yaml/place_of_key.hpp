#pragma once

#include "core/yaml/document.hpp"

#include <optional>
#include <string_view>

namespace firn::yaml {

/// Where the value of a key of the document's outermost map stands; nullopt when there is no such key.
[[nodiscard]] std::optional<Place> place_of_key(const Document& document, std::string_view key);

}  // namespace firn::yaml
