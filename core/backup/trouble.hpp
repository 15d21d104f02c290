#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/units/bytes.hpp"

namespace firn::backup {

/// Why a replay cannot go on.
struct Trouble {
    enum class Kind {
        archive_too_large,  ///< an archive, or a single file, above storage::kLargestArchive
        time_out_of_range,  ///< something would end after the year 9999
        bytes_out_of_range  ///< more bytes in all than kMostBytes
    };
    Kind kind{};
    /// What was too large; for time_out_of_range nothing.
    Bytes bytes;
};

/// Most bytes of one replay, of files and of archives: 2^61.
inline constexpr Bytes kMostBytes{std::int64_t{1} << 61U};

/// `archive-too-large`, `simulation-time-out-of-range` or `simulation-bytes-out-of-range`.
[[nodiscard]] Diagnostic diagnostic_of(const Trouble& trouble);

}  // namespace firn::backup
