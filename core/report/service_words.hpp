#pragma once

#include "core/backup/replay_result.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstdint>
#include <optional>
#include <string>

// Quantities of a run of the whole service as its sentences and tables show them.
namespace firn::report {

/// "12,345"
[[nodiscard]] std::string count_text(UInt128 count);

/// "25.0 MB"; from 2^63 on "9.22 EB".
[[nodiscard]] std::string rough_bytes(UInt128 bytes);

/// "12.5 %" of 1/8.
[[nodiscard]] std::string share_text(const Rational& share);

/// "2013-03-05 14:00", UTC.
[[nodiscard]] std::string minute_text(Instant instant);

/// "4.10 h", "12.5 years", "114 years" from a year of 365.25 days on.
[[nodiscard]] std::string years_text(const Rational& years);

/// "about 4.10 h" where the quantiles of the summary are not exact.
[[nodiscard]] std::string quantile_text(const backup::LatencySummary& summary, Duration quantile);

/// "4.10 h", "-"
[[nodiscard]] std::string duration_or_dash(const std::optional<Duration>& duration);

}  // namespace firn::report
