#pragma once

#include "core/io/reading_tally.hpp"
#include "core/workload/trace_source.hpp"

#include <memory>

namespace firn::io {

/// The tallies of rows that are read ahead.
struct AheadTallies {
    /// What reading the rows writes, on the thread that reads; nobody else may look at it.
    std::shared_ptr<const ReadingTally> reader{};
    /// What it was behind the last block that was handed out: the same however far ahead the thread is.
    std::shared_ptr<ReadingTally> handed_out{};
};

/// The same rows, read by a thread of their own a few blocks ahead of who asks for them: reading and what is
/// done with the rows go on at the same time. What is wrong with the source comes at its place, an exception
/// too. Where the system has no thread left the rows are read when they are asked for. The thread ends with
/// the returned source.
[[nodiscard]] workload::TraceSource read_ahead(workload::TraceSource rows, AheadTallies tallies);

}  // namespace firn::io
