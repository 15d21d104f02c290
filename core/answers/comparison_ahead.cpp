#include "core/answers/comparison_ahead.hpp"

#include "core/alternatives/check_comparison.hpp"
#include "core/alternatives/demand.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/usage.hpp"

namespace firn::answers {

Diagnostics comparison_faults_ahead(const alternatives::Comparison& comparison,
                                    const scenario::Scenario& scenario, const pricing::PriceBook& book,
                                    bool knows_months) {
    const usage::Usage settings{.price_book = book.name,
                                .region = scenario.region,
                                .rules = scenario.rules.value_or(usage::Rules{}),
                                .billing = scenario.billing.value_or(usage::BillingSettings{})};
    return alternatives::check_ahead(
        comparison,
        alternatives::demand_ahead(settings, scenario.storage_class,
                                   BillingPeriod::containing(scenario.start), scenario.months),
        knows_months);
}

}  // namespace firn::answers
