#include "core/report/bill_difference.hpp"

#include "core/pricing/cents.hpp"
#include "core/report/amounts.hpp"
#include "core/report/table.hpp"
#include "core/usage/charge_words.hpp"

#include <fmt/format.h>

#include <map>

namespace firn::report {

namespace {

using pricing::Bill;
using usage::ChargeType;

std::map<ChargeType, Money> costs_of(const Bill& bill) {
    std::map<ChargeType, Money> costs;
    for (const pricing::PeriodBill& period : bill.periods) {
        for (const pricing::LineItem& line : period.lines)
            costs[line.charge] += line.cost;
    }
    return costs;
}

/// The bill by whose size both are shown.
const Bill& larger(const Bill& first, const Bill& second) {
    return first.total < second.total ? second : first;
}

std::string shown(const Money& amount, const Bill& bill) {
    const bool are_cents = pricing::is_of_cents(bill.rounding);
    return are_cents ? with_separators(format_fixed(amount.amount(), 2)) : amount_text(amount, bill);
}

std::string cost_text(const NamedBill& one, const Bill& shown_as) {
    return fmt::format("{} costs {} {} over {}", one.name, shown(one.bill.total, shown_as), one.bill.currency,
                       counted(one.bill.periods.size(), "month", "months"));
}

/// ", 200.25 USD (14.0 %) less than large"
std::string less_or_more(const NamedBill& first, const NamedBill& second) {
    const Money gap = first.bill.total - second.bill.total;
    if (gap.is_zero()) return fmt::format(", the same as {}", second.name);
    const bool is_less = gap < Money{};
    const Money size = is_less ? Money{} - gap : gap;
    constexpr int kFewTimes = 10;
    std::string share;
    if (size.amount() < second.bill.total.amount() * kFewTimes)
        share = fmt::format(" ({} %)", format_fixed(size.amount() * 100 / second.bill.total.amount(), 1));
    return fmt::format(", {} {}{} {} than {}", shown(size, larger(first.bill, second.bill)),
                       first.bill.currency, share, is_less ? "less" : "more", second.name);
}

}  // namespace

std::vector<ChargeDifference> charge_differences(const Bill& first, const Bill& second) {
    std::map<ChargeType, ChargeDifference> all;
    for (const auto& [charge, cost] : costs_of(first))
        all[charge].first = cost;
    for (const auto& [charge, cost] : costs_of(second))
        all[charge].second = cost;
    std::vector<ChargeDifference> differences;
    for (auto& [charge, difference] : all) {
        difference.charge = charge;
        differences.push_back(difference);
    }
    return differences;
}

std::string difference_sentence(const NamedBill& first, const NamedBill& second) {
    const Bill& shown_as = larger(first.bill, second.bill);
    const bool is_alike = first.bill.currency == second.bill.currency &&
                          first.bill.periods.size() == second.bill.periods.size();
    if (is_alike) return cost_text(first, shown_as) + less_or_more(first, second) + ".";
    return fmt::format("{}, {}.", cost_text(first, first.bill), cost_text(second, second.bill));
}

Table difference_table(const NamedBill& first, const NamedBill& second) {
    const bool has_difference = first.bill.currency == second.bill.currency;
    const Bill& shown_as = larger(first.bill, second.bill);
    Table table{{{"charge", Align::left},
                 {fmt::format("{}, {}", first.name, first.bill.currency)},
                 {fmt::format("{}, {}", second.name, second.bill.currency)}}};
    if (has_difference) table.columns.push_back({fmt::format("difference, {}", first.bill.currency)});
    const auto add = [&](const std::string& name, const Money& a, const Money& b) {
        table.rows.push_back({name, shown(a, shown_as), shown(b, shown_as)});
        if (has_difference) table.rows.back().push_back(shown(a - b, shown_as));
    };
    for (const ChargeDifference& one : charge_differences(first.bill, second.bill))
        add(usage::charge_words(one.charge), one.first, one.second);
    add("total", first.bill.total, second.bill.total);
    return table;
}

}  // namespace firn::report
