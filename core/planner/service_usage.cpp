#include "core/planner/service_usage.hpp"

#include "core/storage/retrieval_times.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace firn::planner {

namespace {

/// What came into the vault, or left it, in all months so far.
struct Standing {
    UInt128 archives = 0;
    UInt128 bytes = 0;
    UInt128 payload = 0;

    void add(const service::VaultChange& change) {
        archives += change.archives;
        bytes += static_cast<std::uint64_t>(change.bytes.count());
        payload += static_cast<std::uint64_t>(change.payload.count());
    }
};

/// The amounts of a month: what changed in it, and what had changed before and holds all month.
struct Amounts {
    UInt128 stored = 0;
    UInt128 payload = 0;
    UInt128 archives = 0;
};

Amounts amounts_of(const service::VaultChange& change, const Standing& before, Duration month) {
    const auto length = static_cast<UInt128>(month.count());
    return {change.stored.byte_microseconds() + before.bytes * length,
            change.payload_time.byte_microseconds() + before.payload * length,
            change.archive_microseconds + before.archives * length};
}

void change_month(backup::MonthlyUsage& month, const Amounts& added, const Amounts& removed) {
    month.stored = ByteTime{month.stored.byte_microseconds() + added.stored - removed.stored};
    month.payload = ByteTime{month.payload.byte_microseconds() + added.payload - removed.payload};
    month.archive_microseconds += added.archives - removed.archives;
}

/// A tier that the scenario's start did not know yet has the name of the one that replaced it.
std::string tier_at(const service::RetrievalTier& tier, const std::string& storage_class, Instant hour) {
    const bool has_tiers_now = storage::is_vault(storage_class) && hour >= storage::kFirstTiers;
    return tier.name.empty() && has_tiers_now ? "standard" : tier.name;
}

usage::Retrieval retrieval_of(const service::RetrievalUse& use, const service::RetrievalSettings& retrieval,
                              const scenario::Scenario& scenario) {
    usage::Retrieval entry{.storage_class = scenario.storage_class,
                           .tier = tier_at(retrieval.tiers[use.tier], scenario.storage_class, use.hour),
                           .time = usage::AtOnce{use.hour},
                           .bytes = Rational{to_integer(use.bytes)},
                           .archives = static_cast<std::int64_t>(use.archives)};
    const bool makes_copies =
        !storage::is_vault(scenario.storage_class) && !retrieval.tiers[use.tier].name.empty();
    if (makes_copies) entry.copy_days = scenario.life.retrieval.copy_days;
    return entry;
}

usage::Deletion deletion_of(const service::DeletedArchives& deleted, const std::string& storage_class) {
    usage::Deletion entry{.storage_class = storage_class,
                          .bytes = Rational{deleted.bytes.count()},
                          .archives = static_cast<std::int64_t>(deleted.archives),
                          .at = deleted.at};
    const usage::SummedAges ages{deleted.byte_time, deleted.archive_microseconds};
    entry.stored_for = usage::mean_age(ages, *entry.archives);
    if (deleted.archives > 1) entry.summed = ages;
    return entry;
}

void add_month(const service::MonthlyLife& month, const service::RetrievalSettings& retrieval,
               const scenario::Scenario& scenario, usage::Period& period) {
    for (const service::RetrievalUse& use : month.retrievals)
        period.retrievals.push_back(retrieval_of(use, retrieval, scenario));
    for (const service::DeletedArchives& deleted : month.deleted_early)
        period.deletions.push_back(deletion_of(deleted, scenario.storage_class));
    if (month.transfer_out > 0)
        period.transfer_out = usage::TransferOut{.bytes = Rational{to_integer(month.transfer_out)}};
}

}  // namespace

void apply_life(const service::LifeResult& life, std::vector<backup::MonthlyUsage>& months) {
    Standing added;
    Standing removed;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const service::MonthlyLife change =
            i < life.months.size() ? life.months[i] : service::MonthlyLife{.month = months[i].month};
        const Duration length = months[i].month.length();
        change_month(months[i], amounts_of(change.added, added, length),
                     amounts_of(change.removed, removed, length));
        months[i].archives_uploaded += change.added.archives;
        months[i].bytes_uploaded += change.added.bytes;
        months[i].upload_requests += change.added.archives;
        added.add(change.added);
        removed.add(change.removed);
    }
}

void add_life_usage(const service::LifeResult& life, const service::RetrievalSettings& retrieval,
                    const scenario::Scenario& scenario, usage::Usage& usage) {
    const std::size_t months = std::min(life.months.size(), usage.periods.size());
    for (std::size_t i = 0; i < months; ++i) {
        add_month(life.months[i], retrieval, scenario, usage.periods[i]);
    }
}

void add_standing_usage(const std::vector<service::StandingArchives>& standing,
                        const scenario::Scenario& scenario, usage::Usage& usage) {
    for (const service::StandingArchives& part : standing) {
        if (part.storage_class == scenario.storage_class) continue;
        for (usage::Period& period : usage.periods) {
            period.storage.push_back(
                {.storage_class = part.storage_class,
                 .amount = part.stored * period.month.length(),
                 .archives = usage::ArchiveTime{static_cast<UInt128>(part.archives) *
                                                static_cast<UInt128>(period.month.length().count())}});
        }
    }
}

}  // namespace firn::planner
