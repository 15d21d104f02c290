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

/// What the book lacks to bill one archive that is retrieved; empty: nothing.
std::string lacking(const PriceBook& book, const std::string& storage_class, const std::string& tier,
                    BillingPeriod month) {
    usage::Period period{.month = month};
    period.retrievals.push_back({.storage_class = storage_class,
                                 .tier = tier,
                                 .time = usage::AtOnce{last_hour(month)},
                                 .bytes = Rational{1},
                                 .archives = 1});
    const auto bill = price(period, usage::Rules{}, book);
    if (bill) return {};
    const auto absent = std::find_if(bill.error().begin(), bill.error().end(),
                                     [](const Diagnostic& one) { return one.code == "price-absent"; });
    return absent == bill.error().end() ? std::string{} : absent->what;
}

bool bills_retrievals(const PriceBook& book, std::string_view storage_class) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& one) {
        return one.charge == usage::ChargeType::retrieval && one.storage_class == storage_class;
    });
}

std::string priced_tiers(const PriceBook& book, const std::string& storage_class, BillingPeriod month) {
    std::vector<std::string> priced;
    for (const storage::RetrievalTime& time : storage::retrieval_times(storage_class, last_hour(month))) {
        const std::string tier{time.tier};
        if (lacking(book, storage_class, tier, month).empty()) priced.push_back(tier);
    }
    if (priced.empty()) return fmt::format("a region in which {} has all its prices", storage_class);
    return fmt::format("a tier that has all its prices: {}", one_of(priced));
}

}  // namespace

std::optional<Diagnostic> unpriced_tier(const PriceBook& book, const std::string& storage_class,
                                        const std::string& tier, BillingPeriod month) {
    if (!bills_retrievals(book, storage_class)) return std::nullopt;
    const std::string absent = lacking(book, storage_class, tier, month);
    if (absent.empty()) return std::nullopt;
    return Diagnostic{
        .code = "tier-unpriced",
        .what = fmt::format("{}retrievals of {} in {} cannot be billed: {}",
                            tier.empty() ? "" : fmt::format("{} ", tier), storage_class, book.region, absent),
        .expected = priced_tiers(book, storage_class, month)};
}

}  // namespace firn::pricing
