#include "core/report/bill_sentence.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/bill_report.hpp"
#include "core/report/settings_notes.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::Bill;
using pricing::LineItem;
using pricing::PeriodBill;

std::string months_text(BillingPeriod first, BillingPeriod last) {
    return first == last ? to_text(first) : fmt::format("{} to {}", to_text(first), to_text(last));
}

/// The charge that costs most, and its exact cost.
std::pair<usage::ChargeType, Money> largest_charge(const Bill& bill) {
    std::map<usage::ChargeType, Money> sums;
    for (const PeriodBill& period : bill.periods) {
        for (const LineItem& line : period.lines)
            sums[line.charge] += line.cost_exact;
    }
    std::pair<usage::ChargeType, Money> largest{usage::ChargeType::other, Money{}};
    for (const auto& [charge, cost] : sums) {
        if (cost > largest.second) largest = {charge, cost};
    }
    return largest;
}

/// A note with the months that say it, in the order of their first.
struct MonthsOfNote {
    std::string note;
    std::vector<BillingPeriod> months;
};

std::vector<MonthsOfNote> collected_notes(const Bill& bill) {
    std::vector<MonthsOfNote> notes;
    for (const PeriodBill& period : bill.periods) {
        for (const std::string& note : period.notes) {
            const auto known = std::find_if(notes.begin(), notes.end(),
                                            [&](const MonthsOfNote& other) { return other.note == note; });
            if (known == notes.end()) {
                notes.push_back({note, {period.month}});
            } else {
                known->months.push_back(period.month);
            }
        }
    }
    return notes;
}

/// "2013-03", "2013-03 to 2013-05", or "12 months from 2012-09 to 2015-01" when some between do not say it.
std::string months_text(const std::vector<BillingPeriod>& months) {
    const auto span = static_cast<std::size_t>(months_between(months.front(), months.back())) + 1;
    if (span == months.size()) return months_text(months.front(), months.back());
    return fmt::format("{} months from {} to {}", months.size(), to_text(months.front()),
                       to_text(months.back()));
}

/// A sentence for each rule of the retrieval fee that applied, with its months.
std::vector<MonthsOfNote> rules_notes(const Bill& bill) {
    std::vector<MonthsOfNote> notes;
    for (const PeriodBill& period : bill.periods) {
        if (!period.rules.retrieval) continue;
        std::string text = fmt::format("Retrieval rule: {}.", to_text(*period.rules.retrieval));
        if (notes.empty() || notes.back().note != text) notes.push_back({std::move(text), {}});
        notes.back().months.push_back(period.month);
    }
    return notes;
}

}  // namespace

std::string bill_sentence(const Bill& bill) {
    if (bill.periods.empty()) return "Nothing was used: there is no bill.";
    std::string text = fmt::format("The bill for {} comes to {} {}",
                                   months_text(bill.periods.front().month, bill.periods.back().month),
                                   grouped(to_text(bill.total, bill.rounding)), bill.currency);
    if (bill.exchange) text += fmt::format(", {}", converted_text(bill));
    const auto [charge, cost] = largest_charge(bill);
    // Where much is taken off again, a share of what is left says nothing.
    if (cost.is_zero() || cost > bill.total_exact) return text + ".";
    const Rational percent = cost.amount() / bill.total_exact.amount() * 100;
    return text + fmt::format("; {} is {} % of it.", usage::charge_words(charge), format_fixed(percent, 0));
}

std::vector<std::string> bill_notes(const Bill& bill) {
    std::vector<std::string> notes{fmt::format(
        "Prices: {} in {}. Rounding {}: each line {}; the total is the sum of what the lines show.",
        bill.price_book, bill.region, to_text(bill.rounding), explanation(bill.rounding))};
    for (std::string& note : settings_notes(bill))
        notes.push_back(std::move(note));
    for (const MonthsOfNote& entry : rules_notes(bill))
        notes.push_back(fmt::format("{}: {}", months_text(entry.months), entry.note));
    for (const MonthsOfNote& entry : collected_notes(bill))
        notes.push_back(fmt::format("{}: {}", months_text(entry.months), entry.note));
    return notes;
}

}  // namespace firn::report
