#pragma once

#include "core/alternatives/comparison.hpp"
#include "core/report/table.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// How wide a table of a terminal is to be, in characters, as far as that can be had.
constexpr std::size_t kTerminalWidth = 100;

/// What each alternative costs; below a year of months without what would have to be put up to a year.
[[nodiscard]] Table cost_table(const alternatives::Results& results);
/// What the sum is made of, and on what it rests.
[[nodiscard]] Table sum_table(const alternatives::Results& results);
/// Hours, restores, loss, audit, without the exit, which is like a restore of everything, and the model of
/// the loss.
[[nodiscard]] Table narrow_service_table(const alternatives::Results& results);
/// Sums at the end of the first month, of each year, before the exit and of the last month; in tables that
/// fit. `monthly`: of every month.
[[nodiscard]] std::vector<Table> paid_tables(const alternatives::Results& results, bool monthly);
/// From when the cheapest costs less in sum than each other one, or the other way round.
[[nodiscard]] Table cheapest_break_even_table(const alternatives::Results& results);
/// "tape, 22,588 USD: cartridges 41 %, labour 22 %, safes 18 %, all else 19 %": a line an alternative.
[[nodiscard]] std::vector<std::string> purpose_lines(const alternatives::Results& results);
/// Assumptions that somebody stated and the main ones, without their sources.
[[nodiscard]] Table main_assumption_table(const alternatives::Results& results);
/// "yearly loss of tape: cartridges on a shelf, ..."
[[nodiscard]] std::vector<std::string> loss_models(const alternatives::Results& results);

}  // namespace firn::report
