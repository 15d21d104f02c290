#pragma once

#include "core/diag/result.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/monthly_totals.hpp"
#include "core/workload/trace_source.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace firn::workload {

/// Sizes of the files of a trace. A quantile q is the size of rank ceil(q * files), counted from 1, in
/// ascending order.
struct SizeQuantiles {
    Bytes min;
    Bytes p10;
    Bytes median;
    Bytes p90;
    Bytes p99;
    Bytes max;
    /// False above 2^20 files: p10, median, p90 and p99 are then up to 0.4 % too low (min and max stay
    /// exact).
    bool exact = true;
};

/// The files that a trace has at one instant.
struct Batch {
    Instant time{};
    std::int64_t files = 0;
};

/// Some files of a trace together.
struct FileShare {
    std::int64_t files = 0;
    Bytes bytes;
};

/// Below this a file is small: an archive of its own would cost more in overhead and requests than in bytes.
inline constexpr Bytes kSmallFile = Bytes::from_kib(128);
inline constexpr Bytes kMiddlingFile = Bytes::from_mib(1);

/// An hour of the clock, UTC, with what arrives in it.
struct TraceHour {
    Instant begin{};
    FileShare share;
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
    FileShare below_128_kib;
    FileShare below_1_mib;
    /// The first of those with the most bytes.
    TraceHour busiest_hour;
    /// What arrives in each hour of the day, all days together.
    std::array<FileShare, 24> hours_of_day{};

    /// Bytes of the mean file, rounded down; zero without files.
    [[nodiscard]] Bytes mean_size() const;
};

/// Growth of the files or bytes of a month, a day's mean, in a year: 0.5 for half as much again. By least
/// squares of its logarithm over the months between the first and the last, which may be incomplete; absent
/// with fewer than three such months or with an empty one.
struct YearlyGrowth {
    std::optional<double> files;
    std::optional<double> bytes;
};
[[nodiscard]] YearlyGrowth yearly_growth(const MonthlyTotals& months);

/// Reads the trace to its end, in memory that does not grow with the rows. Errors: those of the source;
/// `too-many-bytes` (more than 2^63 - 1 together).
[[nodiscard]] Result<TraceSummary> summarize(const TraceSource& rows);

}  // namespace firn::workload
