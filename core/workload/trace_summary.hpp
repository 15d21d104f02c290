#pragma once

#include "core/diag/result.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/monthly_totals.hpp"
#include "core/workload/trace_source.hpp"

#include <cstdint>
#include <optional>

namespace firn::workload {

/// Sizes of the files of a trace. A quantile q is the size of rank ceil(q * files), counted from 1, in
/// ascending order.
struct SizeQuantiles {
    Bytes min;
    Bytes median;
    Bytes p90;
    Bytes p99;
    Bytes max;
    /// False above 2^20 files: median, p90 and p99 are then up to 0.4 % too low (min and max stay exact).
    bool exact = true;
};

/// The files that a trace has at one instant.
struct Batch {
    Instant time{};
    std::int64_t files = 0;
};

/// What a person wants to know of a trace first.
struct TraceSummary {
    std::int64_t files = 0;
    Bytes bytes;
    Instant first{};
    Instant last{};
    SizeQuantiles sizes;
    std::int64_t empty_files = 0;
    /// Month by month, without months that have no files.
    MonthlyTotals months;
    /// The first of the largest.
    Batch largest_batch;
    /// UTC days that have a file.
    std::int64_t days_with_files = 0;

    /// Bytes of the mean file, rounded down; zero without files.
    [[nodiscard]] Bytes mean_size() const;
};

/// Reads the trace to its end, in memory that does not grow with the rows. Errors: those of the source;
/// `too-many-bytes` (more than 2^63 - 1 together).
[[nodiscard]] Result<TraceSummary> summarize(const TraceSource& rows);

}  // namespace firn::workload
