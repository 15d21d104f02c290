#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <vector>

namespace firn::workload {

/// The files of a trace as a stock: all lie there at the scenario's start and arrive then, in the order of
/// the trace; with a spread, file k (from 0) of all n arrives at floor(k * spread / n). `copies`, at least 1,
/// of the trace follow each other, with owners and keys as hash_of_copy() has them. Errors: those of reading
/// the trace.
[[nodiscard]] Result<FileSource> standing_files(const Trace& trace, Duration spread, std::int64_t copies);

/// Whose archives are and which keys they have, in the order of the trace (FileKey); empty: nobody knows.
struct StandingKeys {
    std::vector<std::uint64_t> owners{};
    std::vector<std::uint64_t> keys{};
};

/// The rows of a trace as archives that lie in the vault.
struct StandingArchives {
    std::int64_t archives = 0;
    Bytes bytes;
    StandingKeys known{};  ///< where the trace tells them
    /// Rows whose time is later than the scenario's start.
    std::int64_t after_start = 0;
};

/// Counts them, `copies` times over, with owners and keys as hash_of_copy() has them. Errors: those of
/// reading the trace; `too-many-bytes`.
[[nodiscard]] Result<StandingArchives> standing_archives(const Trace& trace, Instant start,
                                                         std::int64_t copies);

}  // namespace firn::workload
