#pragma once

#include "core/report/restore_report.hpp"
#include "core/report/table.hpp"

#include <cstddef>

namespace firn::report {

/// Every way: tier, pacing, hours, cost by charge, what is to be said about it.
[[nodiscard]] Table ways_table(const RestoreReport& report);
/// The chosen way from the requests to the files.
[[nodiscard]] Table steps_table(const RestoreReport& report);
/// When to ask for how much in which tier; of a long schedule its first rounds, so many as a terminal shows.
constexpr std::size_t kShownRounds = 24;
[[nodiscard]] Table rounds_table(const RestoreReport& report, std::size_t most = kShownRounds);
/// The lines of the chosen way's bill.
[[nodiscard]] Table lines_table(const RestoreReport& report);
/// What more time saves.
[[nodiscard]] Table curve_table(const RestoreReport& report);

}  // namespace firn::report
