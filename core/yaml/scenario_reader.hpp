#pragma once

#include "core/diag/result.hpp"
#include "core/scenario/scenario.hpp"

#include <string>

namespace firn::yaml {

/// Reads and checks a scenario; what is not stated gets its default. `file` is the name that diagnostics
/// show.
///
/// Errors, all of the file at once: those of parse_document(), "scenario-version", "key-unknown",
/// "key-missing", "section-expected", what a field's own parser says, and those of scenario::validate().
[[nodiscard]] Result<scenario::Scenario> read_scenario(std::string file, std::string text);

}  // namespace firn::yaml
