#include "core/pricing/held_prices.hpp"

#include "core/units/billing_period.hpp"

#include <utility>

namespace firn::pricing {

namespace {

std::vector<PricePeriod> held(const std::vector<PricePeriod>& periods, Instant instant) {
    for (PricePeriod period : periods) {
        if (instant < period.from || instant >= period.until) continue;
        // The first and the last month that Firn knows.
        period.from = BillingPeriod{std::chrono::year{1970} / 1}.begin();
        period.until = open_end();
        period.held_of = instant;
        return {std::move(period)};
    }
    return {};
}

}  // namespace

PriceBook with_prices_of(const PriceBook& book, Instant instant) {
    PriceBook result = book;
    for (Tariff& tariff : result.tariffs)
        tariff.periods = held(tariff.periods, instant);
    return result;
}

}  // namespace firn::pricing
