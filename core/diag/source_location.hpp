#pragma once

#include <cstddef>
#include <string>

namespace firn {

/// A place in a text that a person wrote. Line and column count from one; zero means "not known" (the file as
/// a whole). Columns count characters (code points), as editors show them.
struct SourceLocation {
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

/// "bill.yaml:12:7", "bill.yaml:12", "bill.yaml", or "" for a location that is not known at all.
[[nodiscard]] std::string to_text(const SourceLocation& location);

}  // namespace firn
