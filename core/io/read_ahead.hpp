#pragma once

#include "core/workload/trace_source.hpp"

namespace firn::io {

/// The same rows, read by a thread of their own a few blocks ahead of who asks for them: reading and what is
/// done with the rows go on at the same time. What is wrong with the source comes at its place. The thread
/// ends with the returned source.
[[nodiscard]] workload::TraceSource read_ahead(workload::TraceSource rows);

}  // namespace firn::io
