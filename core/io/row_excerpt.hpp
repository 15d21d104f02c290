#pragma once

#include "core/diag/diagnostic.hpp"

#include <string_view>

namespace firn::io {

/// Sets the column and the excerpt of a diagnostic: `part` (a view into `line`) is what it is about. Of a
/// long line only what stands around the part is kept.
void show_part(Diagnostic& diagnostic, std::string_view line, std::string_view part);

}  // namespace firn::io
