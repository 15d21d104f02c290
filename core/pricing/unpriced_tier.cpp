#include "core/pricing/unpriced_tier.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/pricing/price.hpp"
#include "core/storage/retrieval_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

namespace firn::pricing {

namespace {

/// An hour of the month in which its last prices hold.
Instant last_hour(BillingPeriod month) { return month.end() - std::chrono::hours{1}; }

/// What keeps the book from billing one archive that is retrieved, a missing price before all else; absent:
/// nothing.
std::optional<Diagnostic> fault_of(const PriceBook& book, const std::string& storage_class,
                                   const std::string& tier, BillingPeriod month) {
    usage::Period period{.month = month};
    period.retrievals.push_back({.storage_class = storage_class,
                                 .tier = tier,
                                 .time = usage::AtOnce{last_hour(month)},
                                 .bytes = Rational{1},
                                 .archives = 1});
    const auto bill = price(period, usage::Rules{}, book);
    if (bill) return std::nullopt;
    const auto absent = std::find_if(bill.error().begin(), bill.error().end(),
                                     [](const Diagnostic& one) { return one.code == "price-absent"; });
    return absent == bill.error().end() ? bill.error().front() : *absent;
}

bool bills_retrievals(const PriceBook& book, std::string_view storage_class) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& one) {
        return one.charge == usage::ChargeType::retrieval && one.storage_class == storage_class;
    });
}

}  // namespace

std::vector<std::string> priced_tiers(const PriceBook& book, const std::string& storage_class,
                                      BillingPeriod month) {
    std::vector<std::string> priced;
    for (const storage::RetrievalTime& time : storage::retrieval_times(storage_class, last_hour(month))) {
        const std::string tier{time.tier};
        if (!tier.empty() && !fault_of(book, storage_class, tier, month)) priced.push_back(tier);
    }
    return priced;
}

std::optional<Diagnostic> unpriced_tier(const PriceBook& book, const std::string& storage_class,
                                        const std::string& tier, BillingPeriod month) {
    if (!bills_retrievals(book, storage_class)) return std::nullopt;
    const auto fault = fault_of(book, storage_class, tier, month);
    // Others are not about the tier: a month outside the book is told by whoever prices it.
    if (!fault || (fault->code != "price-absent" && fault->code != "tier-unknown")) return std::nullopt;
    // Without tiers when it began: there is none to choose.
    const std::vector<std::string> priced =
        tier.empty() ? std::vector<std::string>{} : priced_tiers(book, storage_class, month);
    return Diagnostic{.code = "tier-unpriced",
                      .what = fmt::format("{}retrievals of {} in {} cannot be billed: {}",
                                          tier.empty() ? "" : fmt::format("{} ", tier), storage_class,
                                          book.region, fault->what),
                      .expected = priced.empty()
                                      ? fmt::format("a region in which {} has all its prices", storage_class)
                                      : fmt::format("a tier that has all its prices: {}", one_of(priced))};
}

}  // namespace firn::pricing
