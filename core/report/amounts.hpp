#pragma once

#include "core/pricing/bill.hpp"
#include "core/units/counted_text.hpp"
#include "core/units/money.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::report {

/// An amount as a table about this bill shows it: cents with separators; four decimals where the whole bill
/// is below ten of its currency, so that a small service's months are not all 0.00.
[[nodiscard]] std::string amount_text(const Money& amount, const pricing::Bill& bill);

/// How many per cent a part is of a whole, to one decimal: "12.5"; "0.0" of nothing.
[[nodiscard]] std::string percent_text(std::uint64_t part, std::uint64_t whole);

/// "not stated, so assumed: start 2013-03 (the month of the first file); months 12"
[[nodiscard]] std::string assumed_text(const std::vector<std::string>& assumed);

}  // namespace firn::report
