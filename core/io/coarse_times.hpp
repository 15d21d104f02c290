#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/io/trace_stream.hpp"

#include <string>

namespace firn::io {

/// `time-looks-coarse` when the first time of a table looks like seconds or milliseconds rather than
/// microseconds since 1970; nothing otherwise.
[[nodiscard]] Diagnostics coarse_times_note(const std::string& path, const TraceStart& start);

}  // namespace firn::io
