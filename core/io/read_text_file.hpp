#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"

#include <string>

namespace firn::io {

/// The largest scenario, usage file or price book that is read: 64 MiB.
inline constexpr Bytes kLargestTextFile = Bytes::from_mib(64);

/// The whole text of a file that a person writes (YAML).
///
/// Errors: `file-missing`, `file-is-directory`, `file-not-readable`, `file-empty`, `file-too-large`,
/// `file-binary` (a NUL or another control character than tab and line end).
[[nodiscard]] Result<std::string> read_text_file(const std::string& path);

}  // namespace firn::io
