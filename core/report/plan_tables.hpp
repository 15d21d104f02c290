#pragma once

#include "core/report/plan_report.hpp"
#include "core/report/table.hpp"

#include <cstddef>
#include <string>

namespace firn::report {

/// The sizes with what each means; `all`: every size, otherwise each doubling and those that the answer
/// speaks of.
[[nodiscard]] Table sizes_table(const PlanReport& report, bool all);

/// Whether a table that does not show all sizes shows this one, by its index.
[[nodiscard]] bool is_shown(const PlanReport& report, std::size_t size);

/// "p99", "max".
[[nodiscard]] std::string quantile_name(scenario::LatencyQuantile quantile);

/// The months of the recommended size: what lay there, what was sent, at which price, at what cost.
[[nodiscard]] Table months_table(const pricing::Bill& bill);

}  // namespace firn::report
