#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"
#include "core/workload/file_source.hpp"
#include "core/workload/monthly_totals.hpp"
#include "core/workload/size_distribution.hpp"

#include <cstdint>

namespace firn::workload {

/// How monthly totals become single files.
struct MonthlyArrivalsSettings {
    /// The scenario's start, from which arrivals count. No month of the totals may begin before it.
    Instant start{};
    SizeDistribution sizes = SizeDistribution::lognormal(1'500);
    std::uint64_t seed = 1;
};

/// Files of which only monthly totals are known, drawn in order in constant memory.
///
/// Arrivals: each file at a microsecond of its month, all alike likely, independently of the others. Sizes:
/// drawn from the distribution and scaled so that the month's bytes are met to the byte; each file's size is
/// within one byte of its exact share (the share is rounded down on the running sum, so no remainder is
/// left). Where a month has at least as many bytes as files, none is empty. The draws of a month depend on
/// the seed and the month alone.
///
/// Errors: `totals-before-start`.
[[nodiscard]] Result<FileSource> monthly_arrivals(MonthlyTotals totals,
                                                  const MonthlyArrivalsSettings& settings);

}  // namespace firn::workload
