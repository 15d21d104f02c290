#include "core/restore/way.hpp"

#include "core/pricing/price.hpp"
#include "core/storage/retrieval_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::restore {

namespace {

/// What lies there anyway is no cost of a restore.
bool is_of_restore(const pricing::LineItem& line) {
    return line.charge != usage::ChargeType::storage && line.charge != usage::ChargeType::overhead;
}

void add_costs(Way& way) {
    for (pricing::PeriodBill& period : way.bill.periods) {
        std::erase_if(period.lines, [](const pricing::LineItem& line) { return !is_of_restore(line); });
        for (const pricing::LineItem& line : period.lines) {
            way.cost += line.cost_exact;
            way.cost_by_charge[line.charge] += line.cost_exact;
        }
    }
}

/// "67.5 h", halves up; "4.20 min" below an hour.
std::string hours_text(Duration duration) {
    constexpr std::int64_t kHour = 3'600'000'000;
    if (duration.count() < kHour) return to_rough_text(duration);
    return format_fixed(Rational{Integer{duration.count()}, Integer{kHour}}, 1) + " h";
}

std::string deadline_refusal(const Way& way, const Wish& wish, const Service& service) {
    Duration longest{};
    for (const std::size_t tier : way.tiers)
        longest = std::max(longest, service.tiers[tier].longest);
    return fmt::format(
        "all is ready after {} at the latest (the tier takes up to {}) and the link needs {} for {}: {} in "
        "all, {} more than the deadline of {}",
        hours_text(way.longest.ready), hours_text(longest), hours_text(time_for(wish.bytes, wish.link)),
        to_rough_text(wish.bytes), hours_text(way.longest.ends), hours_text(way.longest.ends - *wish.within),
        hours_text(*wish.within));
}

std::string copy_refusal(const Wish& wish) {
    if (storage::is_vault(wish.storage_class)) {
        return fmt::format(
            "what is ready lies there for 24 hours, and the link needs {} for all of it: part of it would be "
            "gone before it is downloaded",
            hours_text(time_for(wish.bytes, wish.link)));
    }
    return fmt::format("copies of {} day{} are gone before they are downloaded", *wish.copy_days,
                       *wish.copy_days == 1 ? "" : "s");
}

void judge(Way& way, const Wish& wish, const Service& service) {
    if (wish.within && way.longest.ends > *wish.within) {
        way.meets_deadline = false;
        way.refusals.push_back(deadline_refusal(way, wish, service));
    }
    way.copies_last = copies_last(way.rounds, way.longest, wish, service.use);
    if (!way.copies_last) way.refusals.push_back(copy_refusal(wish));
    if (wish.budget && way.cost > *wish.budget) {
        way.within_budget = false;
        way.refusals.push_back(fmt::format("costs {} {}, more than the budget of {}", to_text(way.cost),
                                           service.book.currency, to_text(*wish.budget)));
    }
}

}  // namespace

std::int64_t archives_in(const Way& way, std::size_t tier) {
    std::int64_t archives = 0;
    for (const Round& round : way.rounds)
        archives += round.tier == tier ? round.archives : 0;
    return archives;
}

std::string name_of(const storage::RetrievalTime& tier) {
    return tier.tier.empty() ? "usual" : std::string{tier.tier};
}

std::string tier_text(const Way& way, const Service& service) {
    if (way.tiers.size() == 1) return name_of(service.tiers[way.tiers.front()]);
    std::int64_t all = 0;
    for (const Round& round : way.rounds)
        all += round.archives;
    std::vector<std::string> parts;
    Rational left{100};
    for (const std::size_t tier : way.tiers) {
        const Rational exact{Integer{archives_in(way, tier)} * 100, Integer{all}};
        const Rational share = tier == way.tiers.back() ? left : round_half_up(exact, 1);
        left -= share;
        parts.push_back(fmt::format("{} {} %", name_of(service.tiers[tier]), format_fixed(share, 1)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

Result<Way> way_of(std::vector<Round> rounds, Pacing pacing, const Wish& wish, const Service& service,
                   BoughtCapacity capacity) {
    Way way{.pacing = pacing, .capacity = capacity, .rounds = std::move(rounds)};
    for (const Round& round : way.rounds) {
        if (std::find(way.tiers.begin(), way.tiers.end(), round.tier) == way.tiers.end())
            way.tiers.push_back(round.tier);
    }
    std::stable_sort(way.tiers.begin(), way.tiers.end(), [&](std::size_t a, std::size_t b) {
        return service.tiers[a].longest > service.tiers[b].longest;
    });
    way.longest = timeline_of(way.rounds, service.tiers, wish, Speed::longest);
    way.typical = timeline_of(way.rounds, service.tiers, wish, Speed::typical);
    if (service.use.makes_copies) set_copy_days(way.rounds, way.longest, wish);
    const usage::Usage usage = usage_of(way.rounds, way.longest, service.tiers, wish, service.use, capacity);
    auto bill = pricing::price(usage, service.book, {.rounding = pricing::Rounding::exact});
    if (!bill) return std::move(bill).error();
    way.bill = std::move(bill).value();
    add_costs(way);
    judge(way, wish, service);
    return way;
}

}  // namespace firn::restore
