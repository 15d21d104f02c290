#pragma once

#include "core/diag/result.hpp"
#include "core/io/trace_format.hpp"
#include "core/io/trace_reader.hpp"

#include <string>

namespace firn::io {

/// The format in which a file is read: the one that was asked for, when its first lines do not speak against
/// it, or the one that they show. Errors: those of read_file_head(); `format-mismatch`.
[[nodiscard]] Result<TraceFormat> format_of_file(const std::string& path, const TraceOptions& options);

}  // namespace firn::io
