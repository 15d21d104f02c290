#pragma once

#include "core/planner/cost_grades.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/grade.hpp"
#include "core/units/money.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace firn::report {

/// Something on which an answer rests.
///
///     Assumption{"the service takes 1,000 requests a second", Grade::sourced, "https://..."}
struct Assumption {
    std::string what{};
    pricing::Grade grade = pricing::Grade::assumed;
    std::string source{};  ///< may be empty
};

/// "sourced: the service takes 1,000 requests a second (https://...)"
[[nodiscard]] std::string assumption_text(const Assumption& assumption);
[[nodiscard]] std::vector<std::string> assumption_texts(const std::vector<Assumption>& assumptions);
/// "- " before each, and a line end after it.
[[nodiscard]] std::string assumption_list(const std::vector<Assumption>& assumptions);
/// What the prices of a bill rest on beside the book: what a person changed, months whose prices are held
/// flat, and each doubt once with its months.
[[nodiscard]] std::vector<Assumption> price_assumptions(const pricing::Bill& bill);

/// "12.3 % of the cost rests on prices that nobody confirmed": what every command says of its total.
[[nodiscard]] Assumption unconfirmed_assumption(std::string_view of_what, const Money& unconfirmed,
                                                const Money& total);
[[nodiscard]] Assumption unconfirmed_assumption(std::string_view of_what, const planner::GradedCost& prices);
/// That share in per cent, at most twelve decimals; "0" of nothing.
[[nodiscard]] std::string unconfirmed_percent(const Money& unconfirmed, const Money& total);

}  // namespace firn::report
