#pragma once

#include "core/workload/file_source.hpp"

#include <cstdint>

namespace firn::workload {

/// Who owns the files of a workload that has no keys.
struct DrawnOwners {
    /// How many there are, at least 1: the numbers 0 ... count - 1.
    std::uint64_t count = 1;
    std::uint64_t seed = 1;
    /// The number of the workload's first file.
    std::uint64_t first_file = 0;
};

/// The number of the first file of a backfill; live files count from 0.
inline constexpr std::uint64_t kFirstBackfillFile = std::uint64_t{1} << 40U;

/// The source with owners, each alike likely: that of file n is draw n of the stream "workload/owners".
/// Owners that the source has are replaced.
[[nodiscard]] FileSource with_drawn_owners(FileSource source, const DrawnOwners& owners);

}  // namespace firn::workload
