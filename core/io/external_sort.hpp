#pragma once

#include "core/diag/result.hpp"
#include "core/io/row_sort.hpp"
#include "core/units/bytes.hpp"
#include "core/workload/trace_source.hpp"

#include <string>

namespace firn::io {

/// What a sort may use.
struct SortOptions {
    /// Rows in memory at a time, sorting or merging: at 32 bytes a row 64 MiB hold two million; with columns
    /// of keys a row takes 80.
    Bytes memory = Bytes::from_mib(64);
    /// Where rows go that do not fit: 16 bytes a row, 40 with columns of keys. "" is /tmp; a command passes
    /// on $TMPDIR.
    std::string folder;
    /// By size where the order of the source is a matter of chance.
    Ties ties = Ties::keep_order;
    /// That the source has, and that go with their rows.
    workload::FileColumns columns{};
};

/// The rows of a source by their times; equal times keep the order of the source unless `ties` says
/// otherwise. Only this source may go back in time. The source is read to its end before this returns. What
/// fits into memory stays there; otherwise sorted runs go into a file without a name, which is gone with the
/// returned source.
///
/// Errors: those of the source; `sort-disk-full`, `sort-failed`; the same while the returned source is read.
[[nodiscard]] Result<workload::TraceSource> sorted(const workload::TraceSource& rows,
                                                   const SortOptions& options = {});

/// A trace whose rows come by their times, however those of `trace` come. It is read and sorted once, when it
/// is first opened; each opening then reads the sorted rows, in 64 KiB of memory. This is what a replay needs
/// that opens a trace several times; not for several threads.
[[nodiscard]] workload::Trace sorted_trace(workload::Trace trace, SortOptions options = {});

}  // namespace firn::io
