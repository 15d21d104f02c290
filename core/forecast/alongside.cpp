#include "core/forecast/alongside.hpp"

#include "core/storage/retrieval_times.hpp"
#include "core/usage/stored_amount.hpp"

#include <limits>
#include <utility>

namespace firn::forecast {

namespace {

/// To nearest; beyond 64 bits their largest number. None are below zero.
std::int64_t whole(const Rational& value) {
    return to_int64(Rational{floor_of(Rational{value + Rational{1, 2}})})
        .value_or(std::numeric_limits<std::int64_t>::max());
}

Rational hours_of(Duration duration) { return Rational{duration.count(), std::int64_t{3'600'000'000}}; }

Rational mean_of(const Rational& hourly, BillingPeriod month) { return Rational{hourly / month.hours()}; }

void add_archives(std::optional<Rational>& sum, const std::optional<std::int64_t>& archives) {
    if (archives) sum = sum.value_or(Rational{0}) + Rational{*archives};
}

/// As many archives all month as the mean says.
usage::ArchiveTime archive_time(const Rational& archives, BillingPeriod month) {
    const Rational time = archives * month.length().count();
    const Integer microseconds = floor_of(Rational{time + Rational{1, 2}});
    const Integer high = microseconds >> 64;
    const Integer low = microseconds - (high << 64);
    return {UInt128{high.convert_to<std::uint64_t>()} << 64 | UInt128{low.convert_to<std::uint64_t>()}};
}

/// Of archives of different ages the mean of a byte, as most of what they owe is owed for bytes.
Duration age_of(const usage::Deletion& deletion) {
    if (!deletion.summed || deletion.bytes <= 0) return deletion.stored_for;
    const Rational mean = Rational{to_integer(deletion.summed->bytes.byte_microseconds())} / deletion.bytes;
    return Duration{to_int64(Rational{floor_of(mean)}).value_or(deletion.stored_for.count())};
}

std::optional<std::int64_t> part_of(const std::optional<Rational>& archives, const Rational& share) {
    if (!archives) return std::nullopt;
    return whole(Rational{*archives * share});
}

void put_requests(const std::map<Alongside::Name, Rational>& counts, const Rational& share,
                  usage::Period& period) {
    for (const auto& [name, count] : counts) {
        const std::int64_t some = whole(Rational{count * share});
        if (some == 0) continue;
        period.requests.push_back({.storage_class = std::get<0>(name),
                                   .kind = std::get<1>(name),
                                   .tier = std::get<2>(name),
                                   .count = some});
    }
}

}  // namespace

void Alongside::add(const usage::Period& period, const std::string& storage_class,
                    const std::set<std::string>& stores, const Month& month) {
    sums_.sent += month.sent;
    sums_.stored += month.stored;
    add_stored(period, storage_class);
    add_requests(period, storage_class, stores);
    add_read(period);
    add_rest(period);
}

void Alongside::add_stored(const usage::Period& period, const std::string& storage_class) {
    for (const usage::Storage& storage : period.storage) {
        if (storage.storage_class == storage_class) continue;
        Amount& amount = stored_[storage.storage_class];
        amount.bytes += mean_of(usage::byte_hours(storage, period.month), period.month);
        if (const auto archives = usage::archive_hours(storage, period.month))
            amount.archives = amount.archives.value_or(Rational{0}) + mean_of(*archives, period.month);
    }
    for (const usage::Staging& staging : period.staging)
        staging_[staging.storage_class] +=
            mean_of(Rational{staging.bytes * hours_of(staging.duration)}, period.month);
    for (const usage::Copy& copy : period.copies)
        copies_[copy.storage_class] +=
            mean_of(Rational{copy.bytes * hours_of(copy.until - copy.from)}, period.month);
}

void Alongside::add_requests(const usage::Period& period, const std::string& storage_class,
                             const std::set<std::string>& stores) {
    for (const usage::Requests& requests : period.requests) {
        const bool is_storing = requests.storage_class == storage_class && stores.contains(requests.kind);
        auto& sums = is_storing ? storing_ : requests_;
        sums[{requests.storage_class, requests.kind, requests.tier}] += Rational{requests.count};
    }
}

void Alongside::add_read(const usage::Period& period) {
    for (const usage::Retrieval& retrieval : period.retrievals) {
        Amount& amount = retrievals_[{retrieval.storage_class, "", retrieval.tier}];
        amount.bytes += retrieval.bytes;
        add_archives(amount.archives, retrieval.archives);
        if (retrieval.copy_days)
            copies_[retrieval.storage_class] +=
                mean_of(Rational{retrieval.bytes * Rational{*retrieval.copy_days * 24}}, period.month);
    }
    if (period.transfer_out) transfer_out_ += period.transfer_out->bytes;
}

void Alongside::add_rest(const usage::Period& period) {
    for (const usage::Deletion& deletion : period.deletions) {
        Amount& amount = deletions_[{deletion.storage_class, age_of(deletion)}];
        amount.bytes += deletion.bytes;
        add_archives(amount.archives, deletion.archives);
    }
    for (const usage::Metered& metered : period.metered)
        metered_[{metered.charge, {metered.storage_class, metered.kind, metered.tier}}] += metered.quantity;
    for (const usage::Capacity& capacity : period.capacity)
        capacity_ += Rational{capacity.units};
}

bool Alongside::has_more() const {
    return !requests_.empty() || !stored_.empty() || !retrievals_.empty() || !copies_.empty() ||
           !staging_.empty() || !deletions_.empty() || !metered_.empty() || capacity_ > 0 ||
           transfer_out_ > 0;
}

void Alongside::put_into(usage::Period& period, const Month& month) const {
    if (sums_.sent > 0) put_requests(storing_, Rational{month.sent / sums_.sent}, period);
    if (sums_.stored == 0) return;
    const Rational share = month.stored / sums_.stored;
    put_storage(period, share);
    put_read(period, share);
    put_rest(period, share);
}

void Alongside::put_storage(usage::Period& period, const Rational& share) const {
    for (const auto& [storage_class, amount] : stored_) {
        usage::Storage storage{.storage_class = storage_class,
                               .amount = usage::AverageBytes{Rational{amount.bytes * share}}};
        if (amount.archives)
            storage.archives = archive_time(Rational{*amount.archives * share}, period.month);
        period.storage.push_back(std::move(storage));
    }
    for (const auto& [storage_class, bytes] : staging_)
        period.staging.push_back({.storage_class = storage_class,
                                  .bytes = Rational{bytes * share},
                                  .duration = period.month.length()});
    for (const auto& [storage_class, bytes] : copies_)
        period.copies.push_back({.storage_class = storage_class,
                                 .bytes = Rational{bytes * share},
                                 .from = period.month.begin(),
                                 .until = period.month.end()});
}

void Alongside::put_read(usage::Period& period, const Rational& share) const {
    // Before there were tiers the fee depends on the hour: then they come evenly.
    const bool has_hours = period.month.begin() < storage::kFirstTiers;
    for (const auto& [name, amount] : retrievals_) {
        usage::Retrieval retrieval{.storage_class = std::get<0>(name),
                                   .tier = std::get<2>(name),
                                   .bytes = Rational{amount.bytes * share},
                                   .archives = part_of(amount.archives, share)};
        if (has_hours && retrieval.tier.empty())
            retrieval.time = usage::OverHours{period.month.begin(), period.month.hours()};
        period.retrievals.push_back(std::move(retrieval));
    }
    if (transfer_out_ > 0) period.transfer_out = usage::TransferOut{.bytes = Rational{transfer_out_ * share}};
}

void Alongside::put_rest(usage::Period& period, const Rational& share) const {
    put_requests(requests_, share, period);
    for (const auto& [key, amount] : deletions_)
        period.deletions.push_back({.storage_class = key.first,
                                    .bytes = Rational{amount.bytes * share},
                                    .archives = part_of(amount.archives, share),
                                    .stored_for = key.second});
    for (const auto& [key, quantity] : metered_)
        period.metered.push_back({.charge = key.first,
                                  .storage_class = std::get<0>(key.second),
                                  .kind = std::get<1>(key.second),
                                  .tier = std::get<2>(key.second),
                                  .quantity = Rational{quantity * share}});
    const std::int64_t units = whole(Rational{capacity_ * share});
    if (units > 0) period.capacity.push_back({.bought = period.month.begin(), .units = units});
}

}  // namespace firn::forecast
