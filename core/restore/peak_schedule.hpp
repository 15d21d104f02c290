#pragma once

#include "core/restore/archive_sizes.hpp"
#include "core/units/rational.hpp"
#include "core/usage/rules.hpp"

#include <cstdint>
#include <vector>

namespace firn::restore {

/// The fee by the largest hour (2012 to 2016), as a schedule has to know it.
struct PeakTerms {
    Rational daily_allowance{};  ///< bytes that are free on a day
    std::int64_t job_hours = 4;  ///< over which a job's bytes count evenly
    usage::RetrievalRule rule = usage::RetrievalRule::reworked_faq;
};

/// The hours in which may be asked for archives.
struct PeakWindow {
    std::int64_t first_hour = 0;  ///< of its day, 0 to 23
    std::int64_t hours = 1;       ///< at least 1
};

/// How many archives to ask for in each hour of the window so that the largest billable hour is least: as
/// docs/restore-plan.md derives. Their sum is `archives`, all of the size `archive_bytes`.
[[nodiscard]] std::vector<std::int64_t> least_peak(std::int64_t archives, const Rational& archive_bytes,
                                                   const PeakTerms& terms, PeakWindow window);

/// The same of archives that differ, asked for in the order in which they lie: of all schedules that keep to
/// it one with the least peak.
[[nodiscard]] std::vector<std::int64_t> least_peak(const ArchiveSizes& sizes, const PeakTerms& terms,
                                                   PeakWindow window);

/// The largest billable rate, in bytes an hour, of such a schedule.
[[nodiscard]] Rational billable_peak(const std::vector<std::int64_t>& requests, const Rational& archive_bytes,
                                     const PeakTerms& terms, PeakWindow window);

}  // namespace firn::restore
