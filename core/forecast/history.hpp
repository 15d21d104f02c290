#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/forecast.hpp"
#include "core/workload/monthly_totals.hpp"

#include <optional>

namespace firn::forecast {

/// What a month that a table of totals does not have means.
enum class AbsentMonth {
    no_files,  ///< nothing arrived: the rows of a trace say everything
    gap,       ///< nobody knows: refused
};

/// Which months of the totals are the history, both included; absent: to the end.
struct HistoryRange {
    std::optional<BillingPeriod> from{};
    std::optional<BillingPeriod> until{};
};

/// The two series of the months from the first with files on. Errors: `history-gap`, `history-too-short`
/// (no month at all).
[[nodiscard]] Result<History> history_of(const workload::MonthlyTotals& totals, const HistoryRange& range,
                                         AbsentMonth absent);

/// The month after the last of the history.
[[nodiscard]] BillingPeriod end_of(const History& history);

}  // namespace firn::forecast
