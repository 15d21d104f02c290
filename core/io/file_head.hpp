#pragma once

#include "core/diag/result.hpp"

#include <cstddef>
#include <string>

namespace firn::io {

/// So much of a file is looked at to recognise its format.
inline constexpr std::size_t kHeadBytes = std::size_t{1} << 16;

/// The text with which a file begins, plain or gzip, at most kHeadBytes of it and without a byte order mark.
/// Lines that the limit would cut are left out, unless it is a single one.
/// Errors: those of ByteStream, when not even the first bytes can be had; `file-not-regular`.
[[nodiscard]] Result<std::string> read_file_head(const std::string& path);

/// Error `file-not-regular`: a pipe or a device can be read only once.
[[nodiscard]] Result<bool> check_can_be_opened_again(const std::string& path);

}  // namespace firn::io
