#include "core/planner/price_spans.hpp"

#include <iterator>
#include <set>

namespace firn::planner {

namespace {

/// Adds the month in which the instant lies, and the one after it unless it is the month's begin.
void add_change(Instant instant, BillingPeriod first, BillingPeriod end, std::set<BillingPeriod>& begins) {
    if (instant <= first.begin() || end.begin() <= instant) return;
    const BillingPeriod month = BillingPeriod::containing(instant);
    begins.insert(month);
    if (month.begin() != instant && month.next() < end) begins.insert(month.next());
}

}  // namespace

std::vector<PriceSpan> price_spans(const pricing::PriceBook& book, BillingPeriod first, std::int64_t months) {
    const BillingPeriod end = first.plus_months(static_cast<int>(months));
    std::set<BillingPeriod> begins{first};
    for (const pricing::Tariff& tariff : book.tariffs) {
        for (const pricing::PricePeriod& period : tariff.periods) {
            add_change(period.from, first, end, begins);
            add_change(period.until, first, end, begins);
        }
    }
    std::vector<PriceSpan> spans;
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        spans.push_back({*begin, months_between(*begin, next == begins.end() ? end : *next)});
    }
    return spans;
}

}  // namespace firn::planner
