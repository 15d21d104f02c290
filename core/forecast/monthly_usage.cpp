#include "core/forecast/monthly_usage.hpp"

#include <algorithm>
#include <cmath>

namespace firn::forecast {

namespace {

constexpr double kMost = 9007199254740992.0;  // 2^53

double to_40_digits(double value) {
    constexpr int kDigits = 40;
    int exponent = 0;
    const double fraction = std::frexp(value, &exponent);
    return std::ldexp(std::round(std::ldexp(fraction, kDigits)), exponent - kDigits);
}

std::int64_t whole(double value) {
    return static_cast<std::int64_t>(std::llround(std::clamp(to_40_digits(value), 0.0, kMost)));
}

std::int64_t divided_up(std::int64_t part, std::int64_t by) { return (part + by - 1) / by; }

Bytes sent_bytes(const MonthlyArrivals& arrivals, std::int64_t archives, const StoragePlan& plan) {
    if (plan.are_archives) return arrivals.bytes;
    constexpr std::int64_t kTar = 1024;
    constexpr std::int64_t kFile = 512 + 256;
    return arrivals.bytes + Bytes{kTar} * archives + Bytes{kFile} * arrivals.items;
}

/// What lies there from month to month.
struct Stored {
    Bytes bytes;
    std::int64_t archives = 0;
};

usage::Storage storage_of(const Stored& before, const Stored& coming, BillingPeriod month,
                          const StoragePlan& plan) {
    const auto all = month.length();
    const ByteTime bytes = before.bytes * all + coming.bytes * (all / 2);
    const auto archives = static_cast<UInt128>(before.archives) * static_cast<UInt128>(all.count()) +
                          static_cast<UInt128>(coming.archives) * static_cast<UInt128>(all.count() / 2);
    if (plan.has_overhead_in_bytes)
        return {.storage_class = plan.storage_class, .amount = bytes, .archives = usage::ArchiveCount{0}};
    return {.storage_class = plan.storage_class, .amount = bytes, .archives = usage::ArchiveTime{archives}};
}

/// What a month adds: its storage, its uploads, and what goes along with both.
void add_month(const Stored& before, const Stored& coming, const MonthlyArrivals& arriving,
               const StoragePlan& plan, usage::Period& period) {
    if (before.bytes.count() + before.archives + coming.archives > 0)
        period.storage.push_back(storage_of(before, coming, period.month, plan));
    if (coming.archives > 0 && plan.states_uploads)
        period.uploads.push_back({.storage_class = plan.storage_class,
                                  .bytes = coming.bytes,
                                  .archives = coming.archives,
                                  .part_size = plan.part_size});
    if (!plan.alongside) return;
    const Rational stored = Rational{before.bytes.count()} + Rational{coming.bytes.count(), 2};
    plan.alongside->put_into(period, {.sent = Rational{arriving.items}, .stored = stored});
}

}  // namespace

MonthlyArrivals arrivals_of(double items, double bytes_per_item) {
    const std::int64_t files = whole(items);
    if (files == 0) return {};
    return {files, Bytes{whole(static_cast<double>(files) * bytes_per_item)}};
}

std::int64_t archives_of(const MonthlyArrivals& arrivals, BillingPeriod month, const StoragePlan& plan) {
    if (arrivals.items == 0 || plan.are_archives) return arrivals.items;
    const std::int64_t half_a_file = arrivals.bytes.count() / arrivals.items / 2;
    const std::int64_t by_size =
        divided_up(arrivals.bytes.count(), std::max<std::int64_t>(1, plan.bundle_size.count() + half_a_file));
    std::int64_t by_age = 1;
    if (plan.max_age && plan.max_age->count() > 0)
        by_age = divided_up(month.length().count(), plan.max_age->count());
    return std::min(arrivals.items, std::max({by_size, by_age, std::int64_t{1}}));
}

std::vector<ModelledMonth> modelled(const std::vector<MonthlyArrivals>& arrivals, const StoragePlan& plan) {
    std::vector<ModelledMonth> months;
    Bytes stored = plan.stock_bytes;
    BillingPeriod month = plan.first;
    for (const MonthlyArrivals& arriving : arrivals) {
        const std::int64_t archives = archives_of(arriving, month, plan);
        const Bytes coming = sent_bytes(arriving, archives, plan);
        months.push_back({2 * stored.count() + coming.count(), archives});
        stored += coming;
        month = month.next();
    }
    return months;
}

usage::Usage usage_of(const std::vector<MonthlyArrivals>& arrivals, const StoragePlan& plan) {
    usage::Usage usage{
        .price_book = plan.price_book, .region = plan.region, .rules = plan.rules, .billing = plan.billing};
    Stored stored{plan.stock_bytes, plan.stock_archives};
    BillingPeriod month = plan.first;
    for (const MonthlyArrivals& arriving : arrivals) {
        usage::Period period{.month = month};
        Stored coming{.bytes = {}, .archives = archives_of(arriving, month, plan)};
        coming.bytes = sent_bytes(arriving, coming.archives, plan);
        add_month(stored, coming, arriving, plan, period);
        stored.bytes += coming.bytes;
        stored.archives += coming.archives;
        usage.periods.push_back(std::move(period));
        month = month.next();
    }
    return usage;
}

}  // namespace firn::forecast
