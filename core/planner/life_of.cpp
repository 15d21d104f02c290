#include "core/planner/life_of.hpp"

#include "core/planner/place_of.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/quantity_text.hpp"
#include "core/workload/key_hash.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace firn::planner {

namespace {

using Tiers = std::vector<service::RetrievalTier>;

constexpr std::int64_t kMicrosecondsOfYear = 31'557'600'000'000;  // 365.25 days

/// The mean of an exponential time of which so many percent end a year, whole microseconds rounded down.
Duration mean_of_yearly(const Rational& percent) {
    return Duration{static_cast<std::int64_t>(floor_of(Rational{kMicrosecondsOfYear} * 100 / percent))};
}

Tiers tiers_of(const scenario::Scenario& scenario) {
    Tiers tiers;
    for (const storage::RetrievalTime& time :
         storage::retrieval_times(scenario.storage_class, scenario.start))
        tiers.push_back({.name = std::string{time.tier}, .shortest = time.shortest, .longest = time.longest});
    if (tiers.empty()) tiers.emplace_back();
    return tiers;
}

/// The first tier of this name; no name, or one that is not there, is the usual one.
std::size_t index_of(const Tiers& tiers, const std::string& name) {
    const auto found = std::find_if(tiers.begin(), tiers.end(),
                                    [&](const service::RetrievalTier& tier) { return tier.name == name; });
    return found == tiers.end() ? 0 : static_cast<std::size_t>(found - tiers.begin());
}

service::RetrievalSettings retrieval_of(const scenario::Scenario& scenario) {
    const scenario::RetrievalWay& way = scenario.life.retrieval;
    service::RetrievalSettings settings;
    settings.tiers = tiers_of(scenario);
    if (way.request_rate) settings.request_rate = static_cast<std::uint32_t>(*way.request_rate);
    settings.reuse_ready_copies = way.reuse_ready_copies;
    settings.copy_lies = storage::is_vault(scenario.storage_class)
                             ? storage::kVaultCopyLies
                             : Duration{std::chrono::hours{24 * way.copy_days}};
    settings.lookup = way.lookup;
    settings.downloaders = static_cast<std::uint32_t>(way.downloaders);
    settings.download_latency = way.download_latency;
    settings.download_rate = way.download_rate;
    settings.unpack_rate = way.unpack_rate;
    return settings;
}

service::Pacing pacing_of(scenario::Pacing pacing) {
    switch (pacing) {
        case scenario::Pacing::none:
            return service::Pacing::none;
        case scenario::Pacing::free:
            return service::Pacing::free_allowance;
        case scenario::Pacing::bytes_per_hour:
            return service::Pacing::bytes_per_hour;
        case scenario::Pacing::deadline:
            return service::Pacing::deadline;
    }
    return service::Pacing::none;
}

/// Whether a restore asks for some of the files: its batch has a selection.
bool selects(const scenario::Restore& restore) {
    return restore.batch && restore.batch->kind != scenario::Batch::Kind::all;
}

Duration since_start(const scenario::Scenario& scenario, const std::optional<Instant>& instant) {
    return instant ? *instant - scenario.start : Duration{};
}

std::uint64_t owner_of(const scenario::Scenario& scenario, const std::string& name) {
    if (!scenario.workload.owners) return workload::key_hash(name);
    return static_cast<std::uint64_t>(parse_count(name).value());
}

void set_origin(const scenario::Scenario& scenario, const scenario::Restore& from,
                service::Restore& restore) {
    using Origin = service::Restore::Origin;
    restore.origin = from.batch ? Origin::batch : from.rate ? Origin::rate : Origin::trace;
    if (from.rate) restore.mean_gap = mean_gap(*from.rate);
    restore.from = since_start(scenario, from.from);
    if (from.until) restore.until = *from.until - scenario.start;
    restore.at = since_start(scenario, from.at);
    if (from.batch && from.batch->kind == scenario::Batch::Kind::share)
        restore.standing_share = chance_of_percent(from.batch->share);
    if (from.batch && from.batch->kind == scenario::Batch::Kind::owner)
        restore.standing_owner = owner_of(scenario, from.batch->owner);
}

service::Restore restore_of(const scenario::Scenario& scenario, std::size_t number, const Tiers& tiers) {
    const scenario::Restore& from = scenario.life.restores[number - 1];
    service::Restore restore;
    restore.name = name_of(from, number);
    set_origin(scenario, from, restore);
    restore.destination = from.destination == scenario::Destination::region ? service::Destination::region
                                                                            : service::Destination::outside;
    restore.tier = index_of(tiers, from.tier);
    restore.ranges = from.ranges;
    restore.pacing = pacing_of(from.pacing);
    restore.bytes_per_hour = from.bytes_per_hour.value_or(Bytes{});
    restore.deadline = from.deadline.value_or(Duration{});
    if (!from.batch) restore.within = scenario.targets.restore_file;
    return restore;
}

void add_restores(const scenario::Scenario& scenario, service::Life& life) {
    unsigned selections = 0;
    for (std::size_t i = 0; i < scenario.life.restores.size(); ++i) {
        life.restores.push_back(restore_of(scenario, i + 1, life.retrieval.tiers));
        if (selects(scenario.life.restores[i])) life.restores.back().selection = selections++;
    }
}

void add_checks(const scenario::Life& from, service::Life& life) {
    const Tiers& tiers = life.retrieval.tiers;
    if (from.audit) {
        life.audit = {.share = Rational{from.audit->share / 100},
                      .every = from.audit->every,
                      .tier = index_of(tiers, from.audit->tier)};
    }
    if (from.restore_test) {
        life.restore_test = {.files = static_cast<std::uint32_t>(from.restore_test->files),
                             .within = from.restore_test->within,
                             .tier = index_of(tiers, from.restore_test->tier)};
    }
    if (from.damage) {
        life.mean_time_to_damage = mean_of_yearly(from.damage->rate);
        if (from.damage->full_check_months)
            life.full_check_months = static_cast<std::uint32_t>(*from.damage->full_check_months);
    }
}

service::Deletions deletions_of(const scenario::Deletions& from) {
    service::Deletions deletions{
        .share = chance_of_percent(from.share), .keep = from.keep, .mean_life = std::nullopt};
    if (from.rate) deletions.mean_life = mean_of_yearly(*from.rate);
    return deletions;
}

void add_changes(const scenario::Changes& from, service::Life& life) {
    life.overwrites = chance_of_percent(from.overwrites);
    std::transform(from.deletions.begin(), from.deletions.end(), std::back_inserter(life.deletions),
                   deletions_of);
    if (!from.compact_above) return;
    const std::string tier = from.compaction_tier.empty() ? "bulk" : from.compaction_tier;
    life.compaction = service::Compaction{.dead_share = chance_of_percent(*from.compact_above),
                                          .tier = index_of(life.retrieval.tiers, tier)};
}

service::StandingArchives standing(const std::string& storage_class, std::int64_t archives, Bytes bytes,
                                   Duration age) {
    return {.storage_class = storage_class,
            .archives = static_cast<std::uint64_t>(archives),
            .stored = bytes,
            .age = age};
}

}  // namespace

service::Life life_of(const scenario::Scenario& scenario, const pricing::PriceBook& book) {
    service::Life life;
    life.retrieval = retrieval_of(scenario);
    add_restores(scenario, life);
    add_checks(scenario.life, life);
    if (scenario.life.changes) add_changes(*scenario.life.changes, life);
    const pricing::ClassTerms* terms = pricing::find_class(book, scenario.storage_class);
    if (terms != nullptr) {
        life.minimum_duration = terms->minimum_duration;
        life.minimum_size = terms->minimum_size;
    }
    return life;
}

std::vector<service::Selection> selections_of(const scenario::Scenario& scenario) {
    std::vector<service::Selection> selections;
    const auto& restores = scenario.life.restores;
    for (std::size_t i = 0; i < restores.size(); ++i) {
        if (!selects(restores[i])) continue;
        const scenario::Batch& batch = *restores[i].batch;
        service::Selection selection{.name = name_of(restores[i], i + 1), .owner = std::nullopt, .share = {}};
        if (batch.kind == scenario::Batch::Kind::owner) {
            selection.owner = owner_of(scenario, batch.owner);
        } else {
            selection.share = chance_of_percent(batch.share);
        }
        selections.push_back(std::move(selection));
    }
    return selections;
}

service::FileTraits traits_of(const scenario::Scenario& scenario) {
    const service::BundlingPolicy bundling = place_of(scenario).bundling;
    service::FileTraits traits;
    traits.group_by = bundling.by;
    traits.expiry_step = bundling.expiry_step;
    traits.selections = selections_of(scenario);
    if (scenario.life.changes) {
        const auto& deletions = scenario.life.changes->deletions;
        std::transform(deletions.begin(), deletions.end(), std::back_inserter(traits.deletions),
                       deletions_of);
    }
    return traits;
}

std::vector<service::StandingArchives> standing_of(const scenario::Scenario& scenario) {
    std::vector<service::StandingArchives> all;
    const scenario::Stock& stock = scenario.stock;
    if (stock.archives > 0)
        all.push_back(standing(scenario.storage_class, stock.archives, stock.bytes, Duration{}));
    for (const scenario::StockPart& part : stock.parts) {
        const std::string& name = part.storage_class.empty() ? scenario.storage_class : part.storage_class;
        all.push_back(standing(name, part.archives, part.bytes, part.age));
    }
    return all;
}

}  // namespace firn::planner
