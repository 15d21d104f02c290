#pragma once

#include "core/diag/result.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/monthly_totals.hpp"
#include "core/workload/trace_source.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace firn::workload {

/// What arrived on a UTC day, or in a month.
struct PeriodTotal {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    /// Sum of log2(size) over the files that are not empty, in 1/65,536.
    std::int64_t log2_sizes = 0;
    std::int64_t empty_files = 0;
};

/// What the fit of a growth model needs of a trace: sums by day and hour, sizes in steps of 2.2 %, files of
/// one instant.
struct TraceProfile {
    static constexpr std::size_t kStepsPerOctave = 32;

    std::chrono::sys_days first_day{};
    std::vector<PeriodTotal> days{};  ///< from the first day on, without gaps; empty for monthly totals
    std::array<std::int64_t, 24> files_by_hour{};
    /// Entry k: files whose log2(size) lies in k / 32 ... (k + 1) / 32; empty ones left out.
    std::vector<std::int64_t> sizes = std::vector<std::int64_t>(64 * kStepsPerOctave, 0);
    std::int64_t groups = 0;         ///< instants with two files or more
    std::int64_t grouped_files = 0;  ///< in them
    /// The largest step of which all times are multiples, counted from 1970: a second, where they are whole
    /// seconds.
    Duration resolution{};
    /// How many minutes and hours have so many files, one or more.
    std::map<std::int64_t, std::int64_t> minutes_by_files{};
    std::map<std::int64_t, std::int64_t> hours_by_files{};
    /// The same of the instants at which files arrive.
    std::map<std::int64_t, std::int64_t> minutes_by_instants{};
    std::map<std::int64_t, std::int64_t> hours_by_instants{};
    Instant first{};
    Instant last{};
    MonthlyTotals months{};
};

/// Reads the trace to its end, in memory that grows with its days and with how differently busy its minutes
/// are. Errors: those of the source; `too-many-bytes`, `trace-too-long` (more than 100,000 days).
[[nodiscard]] Result<TraceProfile> profile_of(const TraceSource& rows);

/// What monthly totals tell: no days, hours and sizes.
[[nodiscard]] TraceProfile profile_of(const MonthlyTotals& totals);

/// The size that a share q of the files does not exceed, to within 2.2 %; zero without files.
[[nodiscard]] Bytes size_quantile(const TraceProfile& profile, double q);

}  // namespace firn::workload
