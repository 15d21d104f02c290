#include "core/usage/restored_copies.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace firn::usage {

namespace {

/// The period of a later month; a new one has the prices that were stated where the copy was made.
Period& period_of(BillingPeriod month, const std::vector<PriceOverride>& prices,
                  std::vector<Period>& periods) {
    const auto found = std::find_if(periods.begin(), periods.end(),
                                    [&](const Period& period) { return period.month == month; });
    if (found != periods.end()) return *found;
    periods.push_back({.month = month, .prices = prices});
    return periods.back();
}

void add_later_months(const Copy& copy, BillingPeriod first, const std::vector<PriceOverride>& prices,
                      std::vector<Period>& periods) {
    static const BillingPeriod kLastMonth{std::chrono::year{9999} / 12};
    for (BillingPeriod month = first; month < kLastMonth && month.end() < copy.until;) {
        month = month.next();
        Copy part = copy;
        part.from = month.begin();
        part.until = std::min(copy.until, month.end());
        period_of(month, prices, periods).copies.push_back(std::move(part));
    }
}

}  // namespace

Instant end_of_copy(Instant requested, std::int64_t days) {
    const Instant end = requested + std::chrono::hours{24 * days};
    return std::chrono::ceil<std::chrono::days>(end);
}

std::vector<Copy> copies_of(const Period& period) {
    std::vector<Copy> copies;
    for (const Retrieval& retrieval : period.retrievals) {
        const auto* job = std::get_if<AtOnce>(&retrieval.time);
        if (!retrieval.copy_days || job == nullptr) continue;
        copies.push_back({.storage_class = retrieval.storage_class,
                          .bytes = retrieval.bytes,
                          .from = job->instant,
                          .until = end_of_copy(job->instant, *retrieval.copy_days),
                          .where = retrieval.where});
    }
    return copies;
}

std::vector<Period> with_later_copies(std::vector<Period> periods) {
    const std::size_t given = periods.size();
    for (std::size_t i = 0; i < given; ++i) {
        const BillingPeriod month = periods[i].month;
        const std::vector<PriceOverride> prices = periods[i].prices;
        for (const Copy& copy : copies_of(periods[i])) {
            if (copy.until > month.end()) add_later_months(copy, month, prices, periods);
        }
    }
    return periods;
}

}  // namespace firn::usage
