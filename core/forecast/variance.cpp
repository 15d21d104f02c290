#include "core/forecast/variance.hpp"

#include "core/forecast/bridge_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::forecast {

namespace {

bool is_in(const std::vector<BillingPeriod>& months, BillingPeriod month) {
    return std::find(months.begin(), months.end(), month) != months.end();
}

void add(Bridge& sum, const Bridge& more) {
    for (const NamedPart& part : kBridgeParts)
        sum.*part.money += more.*part.money;
}

/// What is left of the budget, with what a month billed in part has left of its own, and how it would be at
/// the rate of the last month without its one-offs.
void look_ahead(Variance& variance) {
    variance.outlook = variance.actual;
    variance.outlook_at_rate = variance.actual;
    const VarianceMonth& last = variance.months.back();
    const Rational planned = last.planned.amount() + last.bridge.calendar.amount();
    const Money usual = last.actual - last.bridge.one_off;
    const Rational rate = planned == 0 ? Rational{1} : Rational{usual.amount() / planned};
    Money to_come = Money{} - last.bridge.calendar;
    for (const BudgetMonth& month : variance.budget.months) {
        const Money budget = total_of(month.lines);
        variance.original += budget;
        if (month.month > last.budget.month) to_come += budget;
        if (!is_in(variance.not_billed, month.month)) continue;
        variance.outlook += budget;
        variance.outlook_at_rate += budget;
    }
    variance.outlook += to_come;
    variance.outlook_at_rate += Money{Rational{to_come.amount() * rate}};
}

/// Months of the budget before the last billed one that nobody billed.
std::vector<BillingPeriod> not_billed_of(const Variance& variance) {
    std::vector<BillingPeriod> missing;
    for (const BudgetMonth& month : variance.budget.months) {
        if (month.month >= variance.months.back().budget.month) break;
        const bool is_billed =
            std::any_of(variance.months.begin(), variance.months.end(),
                        [&](const VarianceMonth& other) { return other.budget.month == month.month; });
        if (!is_billed) missing.push_back(month.month);
    }
    return missing;
}

void add_one_offs(const VarianceMonth& month, const BilledMonth& billed, std::vector<OneOff>& one_offs) {
    for (BridgeLine& line : one_offs_of(month.budget.lines, billed.lines))
        one_offs.push_back({month.budget.month, std::move(line)});
    std::stable_sort(one_offs.begin(), one_offs.end(),
                     [](const OneOff& a, const OneOff& b) { return a.line.cost > b.line.cost; });
}

bool is_in_band(const BudgetMonth& month, const Money& actual, const Rational& share) {
    return month.p10.amount() * share <= actual.amount() && actual.amount() <= month.p90.amount() * share;
}

/// The band of the sum, where what was billed is that sum: every month from the budget's first on.
std::optional<SumBand> band_so_far(const Variance& variance, bool is_closed) {
    const std::size_t billed = variance.months.size();
    const bool is_whole = variance.budget.months.at(billed - 1).month == variance.months.back().budget.month;
    if (!is_whole || !is_closed) return std::nullopt;
    return variance.months.back().budget.so_far;
}

}  // namespace

Result<Variance> variance_of(Budget budget, const std::vector<BilledMonth>& billed,
                             const Rational& open_share) {
    Variance variance;
    for (const BudgetMonth& month : budget.months) {
        const auto paid = std::find_if(billed.begin(), billed.end(),
                                       [&](const BilledMonth& other) { return other.month == month.month; });
        if (paid == billed.end()) continue;
        const Rational share = paid + 1 == billed.end() ? open_share : Rational{1};
        VarianceMonth compared{
            .budget = month, .planned = total_of(month.lines), .actual = total_of(paid->lines)};
        compared.is_open = share != 1;
        compared.is_inside = is_in_band(month, compared.actual, share);
        compared.bridge = bridge_of(month.lines, paid->lines, share);
        add_one_offs(compared, *paid, variance.one_offs);
        variance.planned += compared.planned;
        variance.actual += compared.actual;
        add(variance.bridge, compared.bridge);
        variance.months.push_back(std::move(compared));
    }
    if (variance.months.empty())
        return failure(
            {.code = "months-differ",
             .what = fmt::format("no month of the budget ({} to {}) was billed",
                                 to_text(budget.months.front().month), to_text(budget.months.back().month)),
             .expected = "bills of months that the budget has"});
    variance.budget = std::move(budget);
    variance.not_billed = not_billed_of(variance);
    variance.so_far = band_so_far(variance, open_share == 1);
    look_ahead(variance);
    return variance;
}

}  // namespace firn::forecast
