#pragma once

#include "core/diag/diagnostic.hpp"

#include <string_view>

namespace firn::yaml {

/// What the parser complains about, in words for the person who wrote the file; its own words where we have
/// no better ones. Code "yaml-malformed", without a place.
[[nodiscard]] Diagnostic malformed(std::string_view parser_message);

}  // namespace firn::yaml
