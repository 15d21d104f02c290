#pragma once

#include "core/diag/diagnostic.hpp"

#include <string>

namespace firn {

/// The excerpt's line with its number, and below it the marks: "^~~" under the characters that are meant. A
/// place without a column has no marks.
[[nodiscard]] std::string excerpt_text(const SourceLocation& where, const Excerpt& excerpt);

}  // namespace firn
