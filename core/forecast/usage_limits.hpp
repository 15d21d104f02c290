#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/forecast/usage_history.hpp"

#include <cstdint>
#include <vector>

namespace firn::forecast {

/// As much may lie there in a month of a history: bytes (an exabyte), or archives.
inline constexpr std::int64_t kMostStored = 1'000'000'000'000'000'000;
/// As much may be sent in a month: bytes (9 PB), or archives. Forecasts have no more in a month either.
inline constexpr std::int64_t kMostSent = std::int64_t{1} << 53;

/// `usage-too-large`, once for each month and amount beyond the limits: no forecast goes on from such months.
[[nodiscard]] Diagnostics faults_of_size(const std::vector<UsedMonth>& months, const SourceLocation& where);

}  // namespace firn::forecast
