#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/size_distribution.hpp"

#include <cstdint>

namespace firn::workload {

/// Files that lie there and of which only their number and mean size are known.
struct DrawnStock {
    std::int64_t files = 0;  ///< not negative
    Bytes mean_size;         ///< not negative
    SizeDistribution sizes = SizeDistribution::lognormal(1'500);
    std::uint64_t seed = 1;
};

/// They arrive at the scenario's start. Sizes as those of a month with so many files (MonthSizes), by the
/// stream "backfill/sizes": together exactly `files` times `mean_size`. The first block takes as long as all
/// others, because all weights are added up first. Error: `too-many-bytes`.
[[nodiscard]] Result<FileSource> drawn_stock(const DrawnStock& stock);

}  // namespace firn::workload
