#include "core/planner/months_priced.hpp"

#include "core/pricing/price.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/pricing/unpriced_tier.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/billing_period.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace firn::planner {

namespace {

using Times = std::vector<storage::RetrievalTime>;

/// The tier of this name, or the usual one.
std::string meant(const Times& times, const std::string& name) {
    const bool is_there = std::any_of(times.begin(), times.end(),
                                      [&](const storage::RetrievalTime& time) { return time.tier == name; });
    return is_there || times.empty() ? name : std::string{times.front().tier};
}

/// By which anything is retrieved in a run of the scenario.
std::set<std::string> tiers_used(const scenario::Scenario& scenario) {
    const scenario::Life& life = scenario.life;
    const Times times = storage::retrieval_times(scenario.storage_class, scenario.start);
    std::set<std::string> tiers;
    for (const scenario::Restore& restore : life.restores)
        tiers.insert(meant(times, restore.tier));
    if (life.audit) tiers.insert(meant(times, life.audit->tier));
    if (life.restore_test) tiers.insert(meant(times, life.restore_test->tier));
    if (life.changes && life.changes->compact_above)
        tiers.insert(
            meant(times, life.changes->compaction_tier.empty() ? "bulk" : life.changes->compaction_tier));
    return tiers;
}

Result<bool> check_tiers(const std::set<std::string>& tiers, const std::string& storage_class,
                         const pricing::PriceBook& book, BillingPeriod month) {
    for (const std::string& tier : tiers) {
        auto wrong = pricing::unpriced_tier(book, storage_class, tier, month);
        if (!wrong) continue;
        wrong->remedy =
            "state a tier that has its prices where archives are retrieved (restores, audit, restore_test, "
            "changes: compaction_tier), another region (--region), or a price book of your own with the "
            "price (--price-book)";
        return failure(*std::move(wrong));
    }
    return true;
}

}  // namespace

Result<bool> check_months_priced(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    const auto changed = pricing::changed_prices(book, scenario.billing.value_or(usage::BillingSettings{}));
    if (!changed) return changed.error();
    const std::set<std::string> tiers = tiers_used(scenario);
    BillingPeriod month = BillingPeriod::containing(scenario.start);
    for (std::int64_t i = 0; i < scenario.months; ++i, month = month.next()) {
        // A month in which nothing lies in the class is billed nothing, where there are prices at all.
        usage::Period nothing{.month = month};
        nothing.storage.push_back(
            {.storage_class = scenario.storage_class, .amount = usage::AverageBytes{Rational{0}}});
        const auto bill = pricing::price(nothing, usage::Rules{}, *changed);
        if (!bill) return bill.error();
        const auto has_tiers = check_tiers(tiers, scenario.storage_class, *changed, month);
        if (!has_tiers) return has_tiers;
    }
    return true;
}

}  // namespace firn::planner
