#include "core/report/assumption.hpp"

#include "core/pricing/price_validity.hpp"
#include "core/units/rational.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace firn::report {

namespace {

using pricing::Grade;

/// A doubt of a bill, with the months that rest on it.
struct Doubt {
    std::string text;
    BillingPeriod first;
    BillingPeriod last;
};

std::vector<Doubt> doubts_of(const pricing::Bill& bill) {
    std::vector<Doubt> doubts;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines) {
            for (const std::string& text : line.doubts) {
                const auto known = std::find_if(doubts.begin(), doubts.end(),
                                                [&](const Doubt& doubt) { return doubt.text == text; });
                if (known == doubts.end())
                    doubts.push_back({text, period.month, period.month});
                else
                    known->last = period.month;
            }
        }
    }
    return doubts;
}

std::string months_text(const Doubt& doubt) {
    if (doubt.first == doubt.last) return to_text(doubt.first);
    return fmt::format("{} to {}", to_text(doubt.first), to_text(doubt.last));
}

Rational percent_of(const Money& part, const Money& total) {
    if (total.is_zero()) return Rational{0};
    return Rational{part.amount() * 100 / total.amount()};
}

}  // namespace

std::string assumption_text(const Assumption& assumption) {
    std::string text = fmt::format("{}: {}", pricing::to_text(assumption.grade), assumption.what);
    if (!assumption.source.empty()) text += fmt::format(" ({})", assumption.source);
    return text;
}

std::vector<std::string> assumption_texts(const std::vector<Assumption>& assumptions) {
    std::vector<std::string> texts;
    std::transform(assumptions.begin(), assumptions.end(), std::back_inserter(texts), assumption_text);
    return texts;
}

std::string assumption_list(const std::vector<Assumption>& assumptions) {
    std::string text;
    for (const Assumption& assumption : assumptions)
        text += fmt::format("- {}\n", assumption_text(assumption));
    return text;
}

std::vector<Assumption> price_assumptions(const pricing::Bill& bill) {
    std::vector<Assumption> all;
    for (const std::string& note : bill.notes)
        all.push_back({note, pricing::says_held_flat(note) ? Grade::unconfirmed : Grade::stated, {}});
    for (const Doubt& doubt : doubts_of(bill))
        all.push_back({fmt::format("{}: {}", months_text(doubt), doubt.text), Grade::unconfirmed, {}});
    return all;
}

Assumption unconfirmed_assumption(std::string_view of_what, const Money& unconfirmed, const Money& total) {
    return {fmt::format("{} % of {} rests on prices that nobody confirmed",
                        format_fixed(percent_of(unconfirmed, total), 1), of_what),
            Grade::unconfirmed,
            {}};
}

Assumption unconfirmed_assumption(std::string_view of_what, const planner::GradedCost& prices) {
    return unconfirmed_assumption(of_what, prices.of(Grade::unconfirmed), prices.total());
}

std::string unconfirmed_percent(const Money& unconfirmed, const Money& total) {
    return format_decimal(percent_of(unconfirmed, total));
}

}  // namespace firn::report
