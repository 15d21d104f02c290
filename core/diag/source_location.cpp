#include "core/diag/source_location.hpp"

#include <fmt/format.h>

namespace firn {

std::string to_text(const SourceLocation& location) {
    if (location.line == 0) return location.file;
    if (location.column == 0) return fmt::format("{}:{}", location.file, location.line);
    return fmt::format("{}:{}:{}", location.file, location.line, location.column);
}

}  // namespace firn
