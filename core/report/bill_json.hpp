#pragma once

#include "core/pricing/bill.hpp"
#include "core/report/json_value.hpp"

#include <string>

namespace firn::report {

/// A month of a bill: {month, rules, lines, total_exact, total, notes}. Amounts and quantities are decimal
/// strings.
[[nodiscard]] Json period_bill_json(const pricing::PeriodBill& period, pricing::Rounding rounding);

/// The whole bill with what it rests on (docs/commands.md: JSON of `firn bill`).
[[nodiscard]] std::string bill_json(const pricing::Bill& bill, const Provenance& provenance);

}  // namespace firn::report
