#pragma once

#include "core/diag/result.hpp"

#include <string>

namespace firn::answers {

/// Whether a file is a usage file, by its text: whatever its name is, plain or gzip. False for what cannot
/// be read.
[[nodiscard]] bool is_usage_file(const std::string& path);

/// The text of a usage file or of another that Firn writes, plain or gzip.
/// Errors: those of io::read_text_file(); of a gzip file those of io::WholeFile::read().
[[nodiscard]] Result<std::string> read_plain_or_packed(const std::string& path);

}  // namespace firn::answers
