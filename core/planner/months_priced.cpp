#include "core/planner/months_priced.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/pricing/price.hpp"
#include "core/pricing/price_changes.hpp"
#include "core/pricing/unpriced_tier.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/billing_period.hpp"

#include <fmt/format.h>

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

/// What helps in a month, or before it where it is not the first. Who has no tiers at the start states none.
std::string remedy_of(const std::string& tier, const std::string& storage_class,
                      const pricing::PriceBook& book, BillingPeriod month, BillingPeriod first) {
    std::vector<std::string> remedies;
    if (!tier.empty() && !pricing::priced_tiers(book, storage_class, month).empty())
        remedies.emplace_back(
            "state a tier that has its prices where archives are retrieved (restores, audit, restore_test, "
            "changes: compaction_tier)");
    if (first < month) remedies.push_back(fmt::format("let the months end before {}", to_text(month)));
    remedies.emplace_back("choose another region");
    remedies.emplace_back("give a price book of your own with the price");
    return one_of(remedies);
}

Result<bool> check_tiers(const std::set<std::string>& tiers, const std::string& storage_class,
                         const pricing::PriceBook& book, BillingPeriod month, BillingPeriod first) {
    for (const std::string& tier : tiers) {
        auto wrong = pricing::unpriced_tier(book, storage_class, tier, month);
        if (!wrong) continue;
        wrong->remedy = remedy_of(tier, storage_class, book, month, first);
        return failure(*std::move(wrong));
    }
    return true;
}

}  // namespace

Result<bool> check_months_priced(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    const auto changed = pricing::changed_prices(book, scenario.billing.value_or(usage::BillingSettings{}));
    if (!changed) return changed.error();
    const std::set<std::string> tiers = tiers_used(scenario);
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    BillingPeriod month = first;
    for (std::int64_t i = 0; i < scenario.months; ++i, month = month.next()) {
        // A month in which nothing lies in the class is billed nothing, where there are prices at all.
        usage::Period nothing{.month = month};
        nothing.storage.push_back(
            {.storage_class = scenario.storage_class, .amount = usage::AverageBytes{Rational{0}}});
        const auto bill = pricing::price(nothing, usage::Rules{}, *changed);
        if (!bill) return bill.error();
        const auto has_tiers = check_tiers(tiers, scenario.storage_class, *changed, month, first);
        if (!has_tiers) return has_tiers;
    }
    return true;
}

}  // namespace firn::planner
