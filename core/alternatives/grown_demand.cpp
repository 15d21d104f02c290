#include "core/alternatives/finance.hpp"
#include "core/alternatives/variation.hpp"
#include "core/usage/stored_amount.hpp"

#include <cstddef>
#include <limits>

namespace firn::alternatives {

namespace {

constexpr unsigned kPlaces = 6;

Rational rounded(const Rational& value) { return round_half_up(value, kPlaces); }

/// To nearest; beyond 64 bits their largest number. None are below zero.
std::int64_t whole(const Rational& value) {
    return to_int64(Rational{floor_of(value + Rational{1, 2})})
        .value_or(std::numeric_limits<std::int64_t>::max());
}

/// By how much a month is another: times.
struct MonthFactors {
    Rational stored{1};
    Rational archives{1};
    Rational added{1};
    Rational read{1};
};

Rational ratio(const Rational& now, const Rational& before) {
    return before == 0 ? Rational{1} : Rational{now / before};
}

/// Adds to each month what comes more, which lies there for half of its first month on average.
class Growing {
  public:
    MonthFactors grow(MonthDemand& month, const Rational& factor) {
        const MonthDemand before = month;
        month.added = rounded(before.added * factor);
        month.archives_added = rounded(before.archives_added * factor);
        const Rational more = month.added - before.added;
        month.average += bytes_ + more / 2;
        bytes_ += more;
        archives_ += month.archives_added - before.archives_added;
        month.end += bytes_;
        month.archives += archives_;
        const Rational stored = ratio(month.average, before.average);
        month.audited = rounded(before.audited * stored);
        month.audited_archives = rounded(before.audited_archives * stored);
        return {stored, ratio(month.archives, before.archives), factor,
                ratio(month.restored + month.audited, before.restored + before.audited)};
    }

  private:
    Rational bytes_;
    Rational archives_;
};

void grow(usage::Storage& storage, BillingPeriod month, const MonthFactors& factors) {
    constexpr std::int64_t kHour = 3'600'000'000;
    const auto archives = usage::archive_hours(storage, month);
    storage.amount = usage::ByteHours{usage::byte_hours(storage, month) * factors.stored};
    if (!archives) return;
    const Rational microseconds = *archives * factors.archives * kHour;
    storage.archives = usage::ArchiveTime{static_cast<UInt128>(floor_of(microseconds + Rational{1, 2}))};
}

UInt128 nearest(const Rational& value) { return static_cast<UInt128>(floor_of(value + Rational{1, 2})); }

/// More archives of the same ages.
void grow(usage::Deletion& deletion, const MonthFactors& factors) {
    const std::int64_t before = deletion.archives.value_or(0);
    deletion.bytes *= factors.stored;
    if (!deletion.archives) return;
    deletion.archives = whole(Rational{before} * factors.stored);
    if (!deletion.summed || before == 0) return;
    usage::SummedAges& ages = *deletion.summed;
    ages.bytes = ByteTime{nearest(Rational{to_integer(ages.bytes.byte_microseconds())} * factors.stored)};
    ages.archive_microseconds =
        nearest(Rational{to_integer(ages.archive_microseconds)} * Rational{*deletion.archives, before});
}

/// What a run metered in a month, grown alike; what was restored, and what other hours cost, stays.
void grow(usage::Period& period, const MonthFactors& factors) {
    for (usage::Storage& storage : period.storage)
        grow(storage, period.month, factors);
    for (usage::Upload& upload : period.uploads) {
        upload.bytes = Bytes{whole(Rational{upload.bytes.count()} * factors.added)};
        upload.archives = whole(Rational{upload.archives} * factors.added);
    }
    for (usage::Requests& requests : period.requests) {
        const bool is_of_reading = requests.kind.find("retrieval") != std::string::npos;
        requests.count = whole(Rational{requests.count} * (is_of_reading ? factors.read : factors.added));
    }
    for (usage::Retrieval& retrieval : period.retrievals) {
        retrieval.bytes *= factors.read;
        if (retrieval.archives) retrieval.archives = whole(Rational{*retrieval.archives} * factors.read);
    }
    for (usage::Copy& copy : period.copies)
        copy.bytes *= factors.read;
    for (usage::Deletion& deletion : period.deletions)
        grow(deletion, factors);
    for (usage::Staging& staging : period.staging)
        staging.bytes *= factors.added;
}

}  // namespace

Demand with_growth(const Demand& demand, const Rational& growth) {
    if (growth == 0) return demand;
    Demand grown = demand;
    const auto factors = growth_factors(growth, demand.months.size());
    Growing growing;
    for (std::size_t i = 0; i < grown.months.size(); ++i) {
        const MonthFactors month = growing.grow(grown.months[i], factors[i]);
        if (grown.metered && i < grown.metered->periods.size()) grow(grown.metered->periods[i], month);
    }
    return grown;
}

}  // namespace firn::alternatives
