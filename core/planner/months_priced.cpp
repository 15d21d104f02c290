#include "core/planner/months_priced.hpp"

#include "core/pricing/price.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/units/billing_period.hpp"

namespace firn::planner {

Result<bool> check_months_priced(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    const auto changed = pricing::changed_prices(book, scenario.billing.value_or(usage::BillingSettings{}));
    if (!changed) return changed.error();
    BillingPeriod month = BillingPeriod::containing(scenario.start);
    for (std::int64_t i = 0; i < scenario.months; ++i, month = month.next()) {
        // A month in which nothing lies in the class is billed nothing, where there are prices at all.
        usage::Period nothing{.month = month};
        nothing.storage.push_back(
            {.storage_class = scenario.storage_class, .amount = usage::AverageBytes{Rational{0}}});
        const auto bill = pricing::price(nothing, usage::Rules{}, *changed);
        if (!bill) return bill.error();
    }
    return true;
}

}  // namespace firn::planner
