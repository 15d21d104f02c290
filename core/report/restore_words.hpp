#pragma once

#include "core/report/restore_report.hpp"
#include "core/restore/way.hpp"
#include "core/units/money.hpp"
#include "core/units/time.hpp"

#include <string>
#include <vector>

// The words and sentences that the answers of `firn restore` share.
namespace firn::report {

[[nodiscard]] Rational hours_of(Duration duration);
/// Hours with so many decimals, half-up: "31.55".
[[nodiscard]] std::string hours_text(Duration duration, unsigned decimals);
/// For sentences: "31.5 h"; "4.20 min" below an hour; from 100 hours on also in days: "165.2 h (6.9 days)".
[[nodiscard]] std::string time_text(Duration duration);
/// "1,234.57 USD"
[[nodiscard]] std::string cost_text(const Money& cost, const restore::RestorePlan& plan);
/// "standard, all at once"; "expedited 12.0 %, bulk 88.0 %, all at once"; "the usual tier, by the deadline"
[[nodiscard]] std::string way_text(const restore::Way& way, const restore::RestorePlan& plan);
/// The fewest and the most days of the copies: "2", "1 to 3"; "-" where nobody pays for one.
[[nodiscard]] std::string copy_days_text(const restore::Way& way);

/// The answer, first what to do.
[[nodiscard]] std::vector<std::string> restore_sentences(const RestoreReport& report);

/// All on which the plan rests: what the service does, what was said about the place, prices.
[[nodiscard]] std::vector<Assumption> assumptions_of(const RestoreReport& report);
/// How much of the chosen way's cost is by unconfirmed prices.
[[nodiscard]] Money unconfirmed_of(const RestoreReport& report);

}  // namespace firn::report
