#include "core/forecast/history.hpp"

#include "core/forecast/remedy_words.hpp"

#include <fmt/format.h>

namespace firn::forecast {

namespace {

bool is_within(BillingPeriod month, const HistoryRange& range) {
    return (!range.from || *range.from <= month) && (!range.until || month <= *range.until);
}

Diagnostic gap(BillingPeriod last, BillingPeriod next) {
    return {.code = "history-gap",
            .what = fmt::format("the history has nothing between {} and {}", to_text(last), to_text(next)),
            .expected = "every month, also those without files",
            .remedy = fmt::format("write the missing months with 0 items, or {} in {}", kBeginHistory,
                                  to_text(next))};
}

Diagnostic no_month() {
    return {.code = "history-too-short",
            .what = "the history has no month with files",
            .expected = "at least 6 months, each with what arrived in it",
            .remedy = fmt::format("give {}, or choose {}", kLongerHistory, kMoreMonths)};
}

}  // namespace

Result<History> history_of(const workload::MonthlyTotals& totals, const HistoryRange& range,
                           AbsentMonth absent) {
    Diagnostics gaps;
    std::optional<History> history;
    for (const workload::MonthTotal& total : totals) {
        if (!is_within(total.month, range) || (!history && total.items == 0)) continue;
        if (!history) history = History{.items = {total.month}, .bytes_per_item = {total.month}};
        const BillingPeriod due = end_of(*history);
        if (due < total.month && absent == AbsentMonth::gap)
            gaps.push_back(gap(due.plus_months(-1), total.month));
        while (end_of(*history) < total.month) {
            history->items.values.push_back(0);
            history->bytes_per_item.values.push_back(history->bytes_per_item.values.back());
        }
        const double mean = total.items > 0
                                ? static_cast<double>(total.bytes.count()) / static_cast<double>(total.items)
                                : history->bytes_per_item.values.back();
        history->items.values.push_back(static_cast<double>(total.items));
        history->bytes_per_item.values.push_back(mean);
    }
    if (!gaps.empty()) return gaps;
    if (!history) return failure(no_month());
    return *std::move(history);
}

BillingPeriod end_of(const History& history) {
    return history.items.first.plus_months(static_cast<int>(history.items.values.size()));
}

}  // namespace firn::forecast
