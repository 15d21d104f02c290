#pragma once

#include "core/planner/move_plan.hpp"
#include "core/report/move_report.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// "bundle all", "bundle below 1 MiB, move the rest", "leave as it is".
[[nodiscard]] std::string way_text(const planner::MoveChoice& choice);

/// What a month costs from here on: as things are, and the chosen way.
struct MonthlyPrices {
    BillingPeriod from;
    Money leave{};
    Money chosen{};
};

/// Where the prices of the months that are compared change for one of both.
[[nodiscard]] std::vector<MonthlyPrices> price_changes(const MoveReport& report);

/// Cents; four decimals where leaving everything costs less than ten of the currency over all months.
[[nodiscard]] std::string amount_text(const Money& money, const MoveReport& report);

/// What to do, and why: a sentence each.
[[nodiscard]] std::vector<std::string> move_sentences(const MoveReport& report);

/// What can go wrong with the chosen way or another one, and what to do about it.
[[nodiscard]] std::vector<std::string> move_warnings(const MoveReport& report);

/// What the answer rests on.
[[nodiscard]] std::vector<Assumption> move_basis(const MoveReport& report);

}  // namespace firn::report
