#include "core/planner/stored_archives.hpp"

#include "core/units/billing_period.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace firn::planner {

namespace {

/// Of a scenario's rules and settings those that change prices.
void take_billing(const scenario::Scenario& scenario, restore::Wish& wish) {
    if (scenario.rules) wish.rules = *scenario.rules;
    if (!scenario.billing) return;
    wish.billing.prices_as_of = scenario.billing->prices_as_of;
    wish.billing.what_ifs = scenario.billing->what_ifs;
    wish.billing.other_usage = scenario.billing->other_usage;
}

/// What workers of this rate do together.
ByteRate of_workers(ByteRate rate, std::int64_t workers) {
    const Int128 together = static_cast<Int128>(rate.bytes_per_second()) * workers;
    return ByteRate{
        static_cast<std::int64_t>(std::min<Int128>(together, std::numeric_limits<std::int64_t>::max()))};
}

/// The archives of a stock are taken to be as large as each other, to the byte.
std::vector<Bytes> sizes_of(const scenario::Stock& stock) {
    std::vector<Bytes> sizes;
    const Int128 bytes = stock.bytes.count();
    for (std::int64_t i = 0; i < stock.archives; ++i) {
        const Int128 before = bytes * i / stock.archives;
        sizes.push_back(Bytes{static_cast<std::int64_t>(bytes * (i + 1) / stock.archives - before)});
    }
    return sizes;
}

void take_amounts(const StoredArchives& stored, const Rational& share_percent, restore::Wish& wish) {
    wish.stored_bytes = stored.bytes;
    wish.stored_archives = stored.archives;
    wish.archives = static_cast<std::int64_t>(ceil_of(Rational{stored.archives} * share_percent / 100));
    if (!stored.sizes.empty()) {
        const std::vector<Bytes> wanted{stored.sizes.begin(), stored.sizes.begin() + wish.archives};
        wish.sizes = std::make_shared<const restore::ArchiveSizes>(wanted);
        wish.bytes = wish.sizes->bytes_before(wish.archives);
        return;
    }
    wish.bytes = stored.archives == 0
                     ? Bytes{}
                     : Bytes{static_cast<std::int64_t>(static_cast<Int128>(stored.bytes.count()) *
                                                       wish.archives / stored.archives)};
}

}  // namespace

StoredArchives stored_after(const scenario::Scenario& scenario, const Simulation& simulation) {
    if (const auto& service = simulation.service)
        return {service->life.bytes, static_cast<std::int64_t>(service->life.archives),
                simulation.archive_sizes};
    const scenario::Stock& stock = scenario.stock;
    StoredArchives stored{simulation.replay.archive_bytes + stock.bytes,
                          static_cast<std::int64_t>(simulation.replay.archives) + stock.archives};
    const auto most = static_cast<std::int64_t>(service::kMostArchiveSizes);
    if (simulation.archive_sizes.empty() || stored.archives > most) return stored;
    stored.sizes = sizes_of(stock);
    stored.sizes.insert(stored.sizes.end(), simulation.archive_sizes.begin(), simulation.archive_sizes.end());
    return stored;
}

restore::Wish restore_wish_of(const scenario::Scenario& scenario, const StoredArchives& stored,
                              const Rational& share_percent) {
    restore::Wish wish;
    const scenario::RetrievalWay& way = scenario.life.retrieval;
    take_billing(scenario, wish);
    wish.storage_class = scenario.storage_class;
    take_amounts(stored, share_percent, wish);
    wish.link = scenario.place.link.value_or(of_workers(way.download_rate, way.downloaders));
    wish.unpack_rate = way.unpack_rate;
    wish.request_rate = way.request_rate;
    wish.start =
        BillingPeriod::containing(scenario.start).plus_months(static_cast<int>(scenario.months)).begin();
    return wish;
}

}  // namespace firn::planner
