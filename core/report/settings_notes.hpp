#pragma once

#include "core/pricing/bill.hpp"
#include "core/report/assumption.hpp"
#include "core/report/json_value.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What settings did to a bill as a whole, a sentence each: the total in another currency, what-ifs, prices
/// held flat, and the conventions.
[[nodiscard]] std::vector<std::string> settings_notes(const pricing::Bill& bill);

/// The same, each with its grade, and what the prices rest on beside the book (price_assumptions()). Of the
/// conventions those that differ from the default are stated.
[[nodiscard]] std::vector<Assumption> settings_assumptions(const pricing::Bill& bill);

/// "1,331.19 EUR at 0.92 EUR for 1 USD of 2026-10-01 (ECB)"; empty where there is no exchange.
[[nodiscard]] std::string converted_text(const pricing::Bill& bill);

/// {currency, rate, date, source, total}; null where there is no exchange.
[[nodiscard]] Json exchange_json(const pricing::Bill& bill);

}  // namespace firn::report
