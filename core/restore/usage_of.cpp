#include "core/restore/usage_of.hpp"

#include "core/storage/retrieval_times.hpp"
#include "core/usage/restored_copies.hpp"

#include <algorithm>
#include <chrono>
#include <map>

namespace firn::restore {

namespace {

using std::chrono::hours;

std::int64_t fewest_days(Instant requested, Instant downloaded) {
    const Duration needed = downloaded - requested;
    std::int64_t days = std::max<std::int64_t>(1, needed / hours{24});
    while (days > 1 && usage::end_of_copy(requested, days - 1) >= downloaded)
        --days;
    while (usage::end_of_copy(requested, days) < downloaded)
        ++days;
    return days;
}

/// Months with what is used in them.
class Months {
  public:
    usage::Period& of(Instant instant) {
        const BillingPeriod month = BillingPeriod::containing(instant);
        return months_.try_emplace(month, usage::Period{.month = month}).first->second;
    }

    std::vector<usage::Period> take() {
        std::vector<usage::Period> periods;
        for (auto& [month, period] : months_)
            periods.push_back(std::move(period));
        return periods;
    }

  private:
    std::map<BillingPeriod, usage::Period> months_;
};

usage::Retrieval retrieval_of(const Round& round, const storage::RetrievalTime& tier, const Wish& wish) {
    usage::Retrieval retrieval{.storage_class = wish.storage_class,
                               .tier = std::string{tier.tier},
                               .time = usage::AtOnce{wish.start + round.at},
                               .bytes = Rational{round.bytes.count()},
                               .archives = round.archives};
    if (round.copy_days > 0) retrieval.copy_days = round.copy_days;
    return retrieval;
}

void add_requests(const std::string& kind, const Round& round, const Wish& wish, usage::Period& period) {
    const auto same = std::find_if(period.requests.begin(), period.requests.end(),
                                   [&](const usage::Requests& r) { return r.kind == kind; });
    if (same != period.requests.end()) {
        same->count += round.archives;
    } else {
        period.requests.push_back(
            {.storage_class = wish.storage_class, .kind = kind, .count = round.archives});
    }
}

/// What of a download that runs evenly lies before an instant.
Int128 bytes_until(Instant instant, const Round& round, Instant begins, Instant ends) {
    if (instant >= ends) return round.bytes.count();
    if (instant <= begins) return 0;
    return static_cast<Int128>(round.bytes.count()) * (instant - begins).count() / (ends - begins).count();
}

void add_transfer(const Round& round, const RoundTimes& times, const Wish& wish, Months& months) {
    const Instant begins = wish.start + times.download_begins;
    const Instant ends = wish.start + times.downloaded;
    Int128 done = 0;
    for (BillingPeriod month = BillingPeriod::containing(begins); done < round.bytes.count();
         month = month.next()) {
        const Int128 by_then = bytes_until(month.end(), round, begins, ends);
        auto& transfer = months.of(month.begin()).transfer_out;
        if (!transfer) transfer.emplace();
        transfer->bytes += Rational{static_cast<std::int64_t>(by_then - done)};
        done = by_then;
    }
}

void add_stored(const Wish& wish, std::vector<usage::Period>& periods) {
    for (usage::Period& period : periods) {
        period.storage.push_back({.storage_class = wish.storage_class,
                                  .amount = usage::AverageBytes{Rational{wish.stored_bytes.count()}},
                                  .archives = usage::ArchiveCount{wish.stored_archives}});
    }
}

}  // namespace

void set_copy_days(std::vector<Round>& rounds, const Timeline& longest, const Wish& wish) {
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const std::int64_t fewest =
            fewest_days(wish.start + rounds[i].at, wish.start + longest.rounds[i].downloaded);
        rounds[i].copy_days = wish.copy_days.value_or(fewest);
    }
}

bool copies_last(const std::vector<Round>& rounds, const Timeline& longest, const Wish& wish,
                 const ClassUse& use) {
    const bool is_vault = storage::is_vault(wish.storage_class);
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const RoundTimes& times = longest.rounds[i];
        if (is_vault && times.downloaded > times.ready + storage::kVaultCopyLies) return false;
        if (!use.makes_copies) continue;
        const Instant end = usage::end_of_copy(wish.start + rounds[i].at, rounds[i].copy_days);
        if (end < wish.start + times.downloaded) return false;
    }
    return true;
}

usage::Usage usage_of(const std::vector<Round>& rounds, const Timeline& longest,
                      const std::vector<storage::RetrievalTime>& tiers, const Wish& wish, const ClassUse& use,
                      BoughtCapacity capacity) {
    Months months;
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        usage::Period& period = months.of(wish.start + rounds[i].at);
        if (use.has_retrieval_charge)
            period.retrievals.push_back(retrieval_of(rounds[i], tiers[rounds[i].tier], wish));
        if (!use.download_request.empty()) add_requests(use.download_request, rounds[i], wish, period);
    }
    if (capacity.units > 0)
        months.of(wish.start).capacity.push_back({.bought = wish.start, .units = capacity.units});
    if (!wish.stay_in_region) {
        for (std::size_t i = 0; i < rounds.size(); ++i)
            add_transfer(rounds[i], longest.rounds[i], wish, months);
    }
    usage::Usage usage{.rules = wish.rules, .billing = wish.billing, .periods = months.take()};
    if (use.has_peak_fee) add_stored(wish, usage.periods);
    return usage;
}

}  // namespace firn::restore
