#pragma once

#include "core/diag/result.hpp"
#include "core/workload/monthly_totals.hpp"

#include <string>

namespace firn::io {

/// Reads monthly totals: CSV, plain or gzip, with the columns month (2012-11), items and bytes in any order;
/// other columns are ignored. Months increase; one that is absent had no files.
///
/// Errors, all of a file at once: those of opening; `trace-header`, `field-missing`, `month-not-readable`,
/// `months-not-increasing`, `number-not-readable`, `bytes-without-items`, `too-many-items`,
/// `too-many-bytes`.
[[nodiscard]] Result<workload::MonthlyTotals> read_monthly_totals(const std::string& path);

}  // namespace firn::io
