#pragma once

#include "core/yaml/document.hpp"

#include <string>

namespace firn::yaml {

/// What to write where a decimal comma within braces became a key of its own, as "92" of {USD: 0,92}; empty:
/// the entry is none such. The entry is one of the map's.
[[nodiscard]] std::string decimal_comma_remedy(const Node& map, const Entry& entry);

}  // namespace firn::yaml
