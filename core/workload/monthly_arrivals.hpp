#pragma once

#include "core/diag/result.hpp"
#include "core/units/time.hpp"
#include "core/workload/batch_sizes.hpp"
#include "core/workload/calendar.hpp"
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
    /// Weekdays, hours and noise; months have their totals, so their factors have no effect.
    Calendar calendar{};
    Batches batches{};
};

/// Files of which only monthly totals are known, drawn in order in constant memory (and that of the batches
/// that are open).
///
/// Arrivals: files that come alone at a microsecond of their month, each independently of the others; all
/// microseconds are alike likely, or as the calendar's weekdays, hours and noise say (the noise begins anew
/// with each month). The share of the files that come in batches, rounded down, is in MonthBatches. Sizes:
/// drawn from the distribution and scaled so that the month's bytes are met to the byte; each file's size is
/// within one byte of its exact share (the share is rounded down on the running sum, so no remainder is
/// left). Where a month has at least as many bytes as files, none is empty. The draws of a month depend on
/// the seed and the month alone.
///
/// Errors: `totals-before-start`, `batches-too-many`.
[[nodiscard]] Result<FileSource> monthly_arrivals(MonthlyTotals totals,
                                                  const MonthlyArrivalsSettings& settings);

}  // namespace firn::workload
