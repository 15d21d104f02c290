#pragma once

#include "core/diag/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firn::io {

/// The positions (from zero) of the wanted columns in a header line, in the order in which they are wanted.
/// Error `trace-header`: a column is missing or there twice. `where` is the place of the header; `advice` is
/// the remedy unless a name that comes near is found.
[[nodiscard]] Result<std::vector<std::size_t>> find_columns(std::string_view header,
                                                            std::span<const std::string> wanted,
                                                            const SourceLocation& where,
                                                            const std::string& advice, char delimiter = ',');

}  // namespace firn::io
