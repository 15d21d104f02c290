#include "core/restore/plan.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/restore/choice.hpp"
#include "core/restore/mixes.hpp"
#include "core/restore/pacings.hpp"
#include "core/restore/remedy_words.hpp"
#include "core/restore/ways.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace firn::restore {

namespace {

using std::chrono::hours;

/// Whether it makes a difference that only what the link takes is asked for.
bool is_link_slow(const Wish& wish, const Service& service) {
    const bool copies_matter = service.use.makes_copies || storage::is_vault(wish.storage_class);
    return copies_matter && time_for(wish.bytes, wish.link) > hours{1};
}

void add_tier(std::size_t tier, Ways& ways) {
    const Wish& wish = ways.wish();
    const Service& service = ways.service();
    if (ways.wants(Pacing::none))
        ways.add(rounds_at_once(wish, service, {{tier, wish.archives}}), Pacing::none);
    if (wish.pacing == Pacing::link || (!wish.pacing && is_link_slow(wish, service)))
        ways.add(rounds_by_link(wish, tier), Pacing::link);
    if (!service.sells_capacity || service.tiers[tier].tier != "expedited" || !ways.wants(Pacing::capacity))
        return;
    // An account may have two units.
    for (const BoughtCapacity capacity : {BoughtCapacity{1}, BoughtCapacity{2}})
        ways.add(rounds_by_capacity(wish, tier, capacity).value_or(std::vector<Round>{}), Pacing::capacity,
                 capacity);
}

void add_peak_schedules(Duration deadline, Ways& ways) {
    for (std::vector<Round>& rounds : rounds_by_deadline(ways.wish(), ways.service(), deadline))
        ways.add(std::move(rounds), Pacing::deadline);
}

/// Deadlines that are looked at though nobody asked for them.
void add_usual_schedules(Ways& ways) {
    constexpr std::array kDeadlines{12, 24, 48, 72, 168, 336, 672};
    for (const int deadline : kDeadlines)
        add_peak_schedules(hours{deadline}, ways);
}

/// The shortest schedule, to the hour, that the budget pays for.
void add_schedule_of_budget(Ways& ways) {
    constexpr std::int64_t kLongest = 24L * 62;
    std::int64_t fails = 0;
    std::int64_t works = kLongest;
    while (works - fails > 1 && !ways.is_abandoned()) {
        const std::int64_t middle = fails + (works - fails) / 2;
        Ways tried{ways.wish(), ways.service(), ways.abandonment()};
        add_peak_schedules(hours{middle}, tried);
        const bool pays = std::any_of(tried.ways().begin(), tried.ways().end(),
                                      [&](const Way& way) { return way.cost <= *ways.wish().budget; });
        (pays ? works : fails) = middle;
    }
    if (works < kLongest) add_peak_schedules(hours{works}, ways);
}

void add_peak_pacings(Ways& ways) {
    if (!ways.service().use.has_peak_fee) return;
    if (ways.wants(Pacing::deadline)) {
        const auto& within = ways.wish().within;
        within ? add_peak_schedules(*within, ways) : add_usual_schedules(ways);
        if (!within && ways.wish().budget) add_schedule_of_budget(ways);
    }
    if (ways.wants(Pacing::free)) {
        ways.add(rounds_by_allowance(ways.wish(), ways.service()).value_or(std::vector<Round>{}),
                 Pacing::free);
    }
}

Diagnostics tier_unknown(const Wish& wish, const Service& service) {
    std::vector<std::string> names;
    for (const storage::RetrievalTime& tier : service.tiers)
        names.push_back(name_of(tier));
    return failure({.code = "tier-unknown",
                    .what = fmt::format("{} has no tier \"{}\" in {}", wish.storage_class, *wish.tier,
                                        firn::to_text(BillingPeriod::containing(wish.start))),
                    .expected = one_of(names)});
}

Diagnostics pacing_unknown(const Wish& wish, const Service& service) {
    const bool has_peak_fee = service.use.has_peak_fee;
    return failure(
        {.code = "pacing-unknown",
         .what = fmt::format("the pacing \"{}\" does nothing for {}{} in {}", to_text(*wish.pacing),
                             wish.storage_class, wish.tier ? " in the tier " + *wish.tier : std::string{},
                             firn::to_text(BillingPeriod::containing(wish.start))),
         .expected = has_peak_fee ? "none, link, deadline or free" : "none, link or, for expedited, capacity",
         .remedy = has_peak_fee
                       ? "free needs archives that are no larger than a day's allowance"
                       : "deadline and free are for the fee by the largest hour, until November 2016; "
                         "capacity serves at most 36 archives an hour and unit for a month"});
}

/// What would take longer than anybody waits; so that no time leaves its range.
Diagnostics check_length(const Wish& wish) {
    constexpr std::int64_t kLongest = 10LL * 366 * 86'400;
    const std::int64_t rate = wish.link.bytes_per_second();
    const bool is_link_slow = wish.bytes.count() / rate > kLongest;
    const bool are_requests_slow = wish.request_rate && wish.archives / *wish.request_rate > kLongest;
    const bool is_unpacking_slow =
        largest_archive(wish).count() / wish.unpack_rate.bytes_per_second() > kLongest;
    if (!is_link_slow && !are_requests_slow && !is_unpacking_slow) return {};
    const char* which = is_link_slow        ? "the link needs"
                        : are_requests_slow ? "the requests need"
                                            : "unpacking needs";
    return failure(
        {.code = "restore-too-long",
         .what = fmt::format("{} more than ten years for {} in {} archive{}", which,
                             to_rough_text(wish.bytes), wish.archives, wish.archives == 1 ? "" : "s"),
         .remedy = is_link_slow ? fmt::format("check {} and {}", kTheBytes, kLinkRate)
                   : are_requests_slow
                       ? fmt::format("check {} and {}", kTheArchives, kRequestRate)
                       : fmt::format("check {}, {} and {}", kTheBytes, kTheArchives, kUnpackRate)});
}

/// Fills the ways, and says what is wrong if there are none.
Diagnostics find_ways(const Wish& wish, const Service& service, Ways& ways) {
    bool has_tier = !wish.tier;
    for (std::size_t tier = 0; tier < service.tiers.size(); ++tier) {
        const bool is_wanted = !wish.tier || name_of(service.tiers[tier]) == *wish.tier;
        if (is_wanted) add_tier(tier, ways);
        has_tier = has_tier || is_wanted;
    }
    if (!has_tier) return tier_unknown(wish, service);
    add_peak_pacings(ways);
    add_mixes(ways);
    if (!ways.errors().empty() || ways.is_abandoned()) return ways.errors();
    if (!ways.ways().empty()) return {};
    if (!ways.absent_prices().empty()) return ways.absent_prices();
    const bool is_too_soon = wish.within && service.use.has_peak_fee && wish.pacing == Pacing::deadline;
    if (!is_too_soon) return pacing_unknown(wish, service);
    ways.add(rounds_at_once(wish, service, {{0, wish.archives}}), Pacing::none);
    return ways.errors();
}

Result<std::vector<Way>> curve_of(const Ways& ways) {
    const Wish& wish = ways.wish();
    const Service& service = ways.service();
    Ways more{wish, service, ways.abandonment()};
    if (!wish.tier && more.wants(Pacing::none)) add_steps(more);
    if (service.use.has_peak_fee && wish.within && more.wants(Pacing::deadline)) add_usual_schedules(more);
    if (!more.errors().empty() || more.is_abandoned()) return more.errors();
    std::vector<Way> all = ways.ways();
    all.insert(all.end(), more.ways().begin(), more.ways().end());
    return frontier_of(std::move(all));
}

}  // namespace

Result<RestorePlan> plan_restore(const Wish& wish, const pricing::PriceBook& book,
                                 const std::function<bool()>& is_abandoned) {
    if (Diagnostics faults = check_length(wish); !faults.empty()) return faults;
    auto service = service_of(wish, book);
    if (!service) return std::move(service).error();
    RestorePlan plan{.service = std::move(service).value()};
    Ways ways{wish, plan.service, is_abandoned};
    Diagnostics faults = find_ways(wish, plan.service, ways);
    if (ways.is_abandoned()) return Diagnostics{};
    if (!faults.empty()) return faults;
    plan.ways = ways.ways();
    for (const Diagnostic& absent : ways.absent_prices())
        plan.absent.push_back(absent.what);
    const auto chosen = choose(plan.ways, wish, plan.service);
    if (!chosen) return chosen.error();
    auto curve = curve_of(ways);
    if (!curve) return std::move(curve).error();
    plan.curve = std::move(curve).value();
    plan.chosen = *chosen;
    plan.cheapest = best_by(plan.ways, is_cheaper);
    plan.fastest = best_by(plan.ways, is_faster);
    if (wish.within) plan.latest_start = wish.start + (*wish.within - plan.ways[*chosen].longest.ends);
    return plan;
}

}  // namespace firn::restore
