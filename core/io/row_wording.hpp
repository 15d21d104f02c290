#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/trace_format.hpp"
#include "core/io/trace_row.hpp"

#include <string>

namespace firn::io {

/// What is wrong with a bad row of this format: a diagnostic without its place.
[[nodiscard]] Diagnostic wording_of(const TraceRow& row, TraceFormat format);

/// A command that sorts such a file by time and keeps the order of equal times.
[[nodiscard]] std::string sort_command(TraceFormat format);

}  // namespace firn::io
