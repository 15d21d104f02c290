#pragma once

#include "core/alternatives/comparison.hpp"
#include "core/report/table.hpp"

#include <string>

namespace firn::report {

/// What turns the answer, the nearest change first: the assumption, what it is now and where it turns, and
/// which alternative is the cheapest then. Flips and turns, each assumption once.
[[nodiscard]] Table turning_table(const alternatives::Results& results);

/// Main assumptions that do not turn it, with the range that was tried.
[[nodiscard]] Table steady_table(const alternatives::Results& results);

/// "drive_price of drives", "growth a year of what is added"
[[nodiscard]] std::string assumption_name(const alternatives::Results& results,
                                          const alternatives::Turn& turn);

/// The currency in which the numbers of an alternative are; that of the comparison where it is of none.
[[nodiscard]] std::string currency_of(const alternatives::Results& results, const alternatives::Turn& turn);

}  // namespace firn::report
