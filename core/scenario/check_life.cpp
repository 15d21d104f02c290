#include "core/scenario/check_life.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/scenario/fault_checks.hpp"
#include "core/storage/retrieval_offers.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace firn::scenario {

namespace {

using Times = std::vector<storage::RetrievalTime>;

/// Archives of a stock that are remembered, 64 bytes each.
constexpr std::int64_t kMostRemembered = 100'000'000;

/// The time of a tier, nullptr when the class has none of this name; no name is the usual one.
const storage::RetrievalTime* find_tier(const Times& times, std::string_view tier) {
    const auto found = std::find_if(times.begin(), times.end(), [&](const storage::RetrievalTime& time) {
        return tier.empty() || time.tier == tier;
    });
    return found == times.end() ? nullptr : &*found;
}

void check_tier(const Times& times, const std::string& tier, const std::string& path,
                std::vector<Fault>& faults) {
    if (times.empty() || find_tier(times, tier) != nullptr) return;
    std::vector<std::string> names;
    for (const storage::RetrievalTime& time : times)
        names.emplace_back(time.tier);
    const bool has_none = names.front().empty();
    faults.push_back(
        {path,
         {"tier-unknown",
          has_none ? fmt::format("{} has no retrieval tiers at the start", times.front().storage_class)
                   : fmt::format("{} has no retrieval tier \"{}\"", times.front().storage_class, tier),
          has_none ? "no tier" : one_of(names),
          has_none ? "leave the tier out, or let the scenario begin on 2016-11-21 or later: it has the tiers "
                     "of its start"
                   : ""}});
}

/// How long retrievals take must be known where there are any.
void check_class(const Scenario& scenario, const Times& times, std::vector<Fault>& faults) {
    if (!scenario.life.retrieves() || !times.empty()) return;
    std::vector<std::string> names;
    for (const std::string_view name : storage::classes_with_retrieval_times())
        names.emplace_back(name);
    faults.push_back(
        {"storage_class",
         {"retrieval-time-unknown",
          fmt::format("how long retrievals from \"{}\" take is not known", scenario.storage_class),
          one_of(names), "leave out what retrieves archives: restores, audit, restore_test, compaction"}});
}

/// Drawn owners have numbers for names, from 0.
void check_owner(const Scenario& scenario, const std::string& name, const std::string& path,
                 std::vector<Fault>& faults) {
    if (!scenario.workload.owners) return;
    const auto number = parse_count(name);
    if (number && *number < *scenario.workload.owners) return;
    faults.push_back({path,
                      {"owner-unknown", fmt::format("there is no owner {}", firn::quoted(name)),
                       fmt::format("a number from 0 to {}", *scenario.workload.owners - 1),
                       "owners that are drawn are called by their numbers"}});
}

void check_origin(const Scenario& scenario, const Restore& restore, const std::string& path,
                  std::vector<Fault>& faults) {
    const bool is_whole = check_one_of({{"rate", restore.rate.has_value()},
                                        {"trace", !restore.trace.empty()},
                                        {"batch", restore.batch.has_value()}},
                                       path, "this restore does not say who asks for files", faults);
    if (!is_whole) return;
    if (restore.from && restore.until && *restore.until <= *restore.from) {
        faults.push_back(
            {path + ".until", {"range-empty", "\"until\" is not after \"from\"", "a later \"until\"", ""}});
    }
    if (restore.at) check_within_months(scenario, *restore.at, path + ".at", faults);
    if (restore.from) check_within_months(scenario, *restore.from, path + ".from", faults);
    if (restore.batch && restore.batch->kind == Batch::Kind::owner)
        check_owner(scenario, restore.batch->owner, path + ".batch", faults);
}

void demand(bool is_stated, const char* key, const char* pacing, const std::string& path,
            std::vector<Fault>& faults) {
    if (is_stated) return;
    faults.push_back({path + ".pacing",
                      {"key-missing", fmt::format("\"pacing: {}\" needs \"{}\"", pacing, key),
                       fmt::format("\"{}\" in the same entry", key), ""}});
}

void check_deadline(const Times& times, const Restore& restore, const std::string& path,
                    std::vector<Fault>& faults) {
    demand(restore.deadline.has_value(), "deadline", "deadline", path, faults);
    if (!restore.batch) {
        faults.push_back({path + ".pacing",
                          {"entries-contradict", "only a batch can have a deadline", "\"batch\"",
                           "another pacing, such as \"bytes_per_hour\""}});
    }
    const storage::RetrievalTime* time = find_tier(times, restore.tier);
    if (!restore.deadline || time == nullptr || *restore.deadline > time->longest) return;
    faults.push_back(
        {path + ".deadline",
         {"deadline-too-short",
          fmt::format("within {} not even one archive is sure to be retrieved", to_text(*restore.deadline)),
          fmt::format("more than {}, the longest wait of the tier", to_text(time->longest)),
          "a later deadline, or a quicker tier"}});
}

void check_pacing(const Times& times, const Restore& restore, const std::string& path,
                  std::vector<Fault>& faults) {
    switch (restore.pacing) {
        case Pacing::none:
        case Pacing::free:
            return;
        case Pacing::bytes_per_hour:
            demand(restore.bytes_per_hour.has_value(), "bytes_per_hour", "bytes_per_hour", path, faults);
            return;
        case Pacing::deadline:
            check_deadline(times, restore, path, faults);
    }
}

bool selects(const Restore& restore) { return restore.batch && restore.batch->kind != Batch::Kind::all; }

/// Names are unique, and so many selections a file can remember.
void check_list(const std::vector<Restore>& restores, std::vector<Fault>& faults) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < restores.size(); ++i) {
        const std::string name = name_of(restores[i], i + 1);
        if (names.insert(name).second) continue;
        faults.push_back({fmt::format("restores.{}", i + 1),
                          {"name-twice", fmt::format("two restores are called \"{}\"", name),
                           "a name of its own for each", ""}});
    }
    const auto selections = std::count_if(restores.begin(), restores.end(), selects);
    if (static_cast<std::size_t>(selections) <= kMostSelections) return;
    faults.push_back({"restores",
                      {"selections-too-many",
                       fmt::format("{} batches ask for a share of the files or for an owner's", selections),
                       fmt::format("at most {}", kMostSelections), "split them over several scenarios"}});
}

void check_deletions(const std::vector<Deletions>& deletions, std::vector<Fault>& faults) {
    Rational all;
    for (std::size_t i = 0; i < deletions.size(); ++i) {
        const std::string path = fmt::format("changes.deletions.{}", i + 1);
        check_one_of({{"keep", deletions[i].keep.has_value()}, {"rate", deletions[i].rate.has_value()}}, path,
                     "this entry does not say when files end", faults);
        all += deletions[i].share;
    }
    if (all <= 100) return;
    faults.push_back({"changes.deletions",
                      {"shares-above-all",
                       fmt::format("the shares of the deletions add up to {} %", format_decimal(all, 6)),
                       "at most 100 %", "state the share of each entry"}});
}

void check_tiers(const Life& life, const Times& times, std::vector<Fault>& faults) {
    for (std::size_t i = 0; i < life.restores.size(); ++i)
        check_tier(times, life.restores[i].tier, fmt::format("restores.{}.tier", i + 1), faults);
    if (life.audit) check_tier(times, life.audit->tier, "audit.tier", faults);
    if (life.restore_test) check_tier(times, life.restore_test->tier, "restore_test.tier", faults);
    if (life.changes) check_tier(times, life.changes->compaction_tier, "changes.compaction_tier", faults);
}

Fault without_effect(const std::string& path, const char* what, const char* only_with) {
    return {path,
            {"setting-without-effect", what, fmt::format("it only counts with {}", only_with),
             "leave the line out, or change the other setting"}};
}

/// What the service did not offer, or no longer, when the restore first asks for something. When a table does
/// so its rows say, which are not read yet.
void check_offer(const Scenario& scenario, const Restore& restore, const std::string& path,
                 std::vector<Fault>& faults) {
    const Instant first = restore.at.value_or(restore.from.value_or(scenario.start));
    const bool may_come_later = !restore.trace.empty() && storage::ever_offers_ranges(scenario.storage_class);
    if (restore.ranges && !restore.batch && !may_come_later &&
        !storage::offers_ranges(scenario.storage_class, first)) {
        faults.push_back(
            {path + ".ranges",
             {"ranges-not-offered",
              storage::is_vault(scenario.storage_class)
                  ? std::string{"before 2012-11-13 no parts of an archive could be retrieved"}
                  : fmt::format("from {} whole archives are retrieved, no parts", scenario.storage_class),
              "ranges: false", "leave the line out: each file then reads its whole archive"}});
    }
    if (restore.pacing != Pacing::free) return;
    if (!storage::ever_had_allowance(scenario.storage_class)) {
        faults.push_back(without_effect(path + ".pacing", "this class never had a free allowance of 5 %",
                                        "storage_class: glacier or flexible"));
    } else if (first >= storage::kFirstTiers) {
        faults.push_back(without_effect(path + ".pacing", "the free allowance of 5 % ended on 2016-11-20",
                                        "restores before 2016-11-21"));
    }
}

/// Settings that mean something only beside others of the list.
void check_effects(const Scenario& scenario, const std::vector<Restore>& restores,
                   std::vector<Fault>& faults) {
    const auto is_batch = [](const Restore& restore) { return restore.batch.has_value(); };
    const auto is_single = [](const Restore& restore) { return restore.rate || !restore.trace.empty(); };
    if (scenario.targets.restore_file && std::all_of(restores.begin(), restores.end(), is_batch)) {
        faults.push_back(without_effect("targets.restore_file", "no restore asks for single files",
                                        "restores by \"rate\" or \"trace\""));
    }
    if (scenario.targets.restore_batch && std::all_of(restores.begin(), restores.end(), is_single))
        faults.push_back(
            without_effect("targets.restore_batch", "no restore is a batch", "a \"batch\" of restores"));
    for (std::size_t i = 0; i < restores.size(); ++i) {
        const std::string path = fmt::format("restores.{}", i + 1);
        if (is_batch(restores[i]) && restores[i].ranges) {
            faults.push_back(without_effect(path + ".ranges", "a batch reads whole archives",
                                            "restores by \"rate\" or \"trace\""));
        }
        check_offer(scenario, restores[i], path, faults);
    }
}

bool asks_for_archives(const Life& life) {
    const bool changes = life.changes && (!life.changes->deletions.empty() || life.changes->overwrites > 0 ||
                                          !life.changes->deletion_trace.empty());
    return !life.restores.empty() || life.audit || life.restore_test || life.damage || changes;
}

/// What may be asked for is remembered archive by archive.
void check_stock(const Scenario& scenario, std::vector<Fault>& faults) {
    std::int64_t archives = scenario.stock.archives;
    for (const StockPart& part : scenario.stock.parts) {
        if (part.storage_class.empty() || part.storage_class == scenario.storage_class)
            archives += part.archives;
    }
    if (archives <= kMostRemembered || !asks_for_archives(scenario.life)) return;
    faults.push_back({scenario.stock.archives > kMostRemembered ? "stock.archives" : "stock.parts",
                      {"stock-too-many",
                       "so many archives cannot be remembered one by one, as restores, audits, damage and "
                       "deletions need it",
                       fmt::format("at most {} archives beside these settings", kMostRemembered),
                       "plan for a part of the archives: a tenth of them has a tenth of the use"}});
}

}  // namespace

void check_life(const Scenario& scenario, std::vector<Fault>& faults) {
    const Life& life = scenario.life;
    const Times times = storage::retrieval_times(scenario.storage_class, scenario.start);
    check_class(scenario, times, faults);
    for (std::size_t i = 0; i < life.restores.size(); ++i) {
        const std::string path = fmt::format("restores.{}", i + 1);
        check_origin(scenario, life.restores[i], path, faults);
        check_pacing(times, life.restores[i], path, faults);
    }
    check_list(life.restores, faults);
    check_stock(scenario, faults);
    check_effects(scenario, life.restores, faults);
    check_tiers(life, times, faults);
    if (life.changes) check_deletions(life.changes->deletions, faults);
}

}  // namespace firn::scenario
