#include "core/restore/mixes.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

namespace firn::restore {

namespace {

/// The tiers from the slowest to the fastest.
std::vector<std::size_t> by_slowness(const Service& service) {
    std::vector<std::size_t> tiers;
    for (std::size_t tier = 0; tier < service.tiers.size(); ++tier)
        tiers.push_back(tier);
    std::stable_sort(tiers.begin(), tiers.end(), [&](std::size_t a, std::size_t b) {
        return service.tiers[a].longest > service.tiers[b].longest;
    });
    return tiers;
}

/// As much in each tier, the slowest first, as lets all be back by the deadline with the rest in the fastest.
void add_mix_by_deadline(const std::vector<std::size_t>& tiers, Duration deadline, Ways& ways) {
    const std::size_t fast = tiers.back();
    std::vector<TierShare> shares;
    std::int64_t left = ways.wish().archives;
    for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
        const std::int64_t n = most_in_tier(ways.wish(), ways.service(), tiers[i], shares, fast, deadline);
        if (n == 0) return;
        shares.push_back({tiers[i], n});
        left -= n;
    }
    shares.push_back({fast, left});
    if (left > 0) ways.add_mix(shares);
}

/// The most archives in the faster tier that the budget pays for.
void add_mix_by_budget(std::size_t slow, std::size_t fast, Ways& ways) {
    const std::int64_t all = ways.wish().archives;
    std::int64_t pays = 0;
    std::int64_t fails = all;
    const auto all_fast = ways.cost_of({{fast, all}});
    if (!all_fast || *all_fast <= *ways.wish().budget) return;
    while (fails - pays > 1) {
        const std::int64_t n = pays + (fails - pays) / 2;
        const auto cost = ways.cost_of({{slow, all - n}, {fast, n}});
        if (!cost) return;
        (*cost <= *ways.wish().budget ? pays : fails) = n;
    }
    ways.add_mix({{slow, all - pays}, {fast, pays}});
}

/// As quick as the fastest of these tiers alone: it is needed only until the next one is ready.
void add_mix_when_due(const std::vector<std::size_t>& tiers, Ways& ways) {
    const Duration begin = ways.service().tiers[tiers.back()].longest;
    ways.add_paced_mix(rounds_when_due(ways.wish(), ways.service(), tiers, begin));
}

/// Downloaded as late as the deadline allows, so that as much as possible can come in the slow tiers.
void add_latest_mix(const std::vector<std::size_t>& tiers, Ways& ways) {
    using std::chrono::hours;
    constexpr int kTries = 3;
    const Wish& wish = ways.wish();
    const Duration last =
        *wish.within - time_for(wish.bytes, wish.link) - time_for(largest_archive(wish), wish.unpack_rate);
    Duration begin = std::chrono::floor<hours>(last);
    for (int i = 0; i < kTries && begin > ways.service().tiers[tiers.back()].longest; ++i) {
        std::vector<Round> rounds = rounds_when_due(wish, ways.service(), tiers, begin);
        const Timeline timeline = timeline_of(rounds, ways.service().tiers, wish, Speed::longest);
        if (timeline.ends <= *wish.within) return ways.add_paced_mix(std::move(rounds));
        begin -= hours{1};
    }
}

void add_paced_mixes(Ways& ways) {
    const Wish& wish = ways.wish();
    if (wish.tier || !ways.wants(Pacing::link) || time_for(wish.bytes, wish.link) <= std::chrono::hours{1})
        return;
    std::vector<std::size_t> tiers = by_slowness(ways.service());
    if (wish.within && tiers.size() > 1) add_latest_mix(tiers, ways);
    for (; tiers.size() > 1; tiers.pop_back())
        add_mix_when_due(tiers, ways);
}

}  // namespace

void add_mixes(Ways& ways) {
    const Wish& wish = ways.wish();
    add_paced_mixes(ways);
    if (wish.tier || !ways.wants(Pacing::none)) return;
    const std::vector<std::size_t> tiers = by_slowness(ways.service());
    for (std::size_t slow = 0; slow < tiers.size(); ++slow) {
        for (std::size_t fast = slow + 1; fast < tiers.size(); ++fast) {
            if (wish.within) add_mix_by_deadline({tiers[slow], tiers[fast]}, *wish.within, ways);
            if (wish.budget && !wish.within) add_mix_by_budget(tiers[slow], tiers[fast], ways);
        }
    }
    if (wish.within && tiers.size() > 2) add_mix_by_deadline(tiers, *wish.within, ways);
}

void add_steps(Ways& ways) {
    constexpr std::int64_t kSteps = 10;
    const std::int64_t all = ways.wish().archives;
    const std::vector<std::size_t> tiers = by_slowness(ways.service());
    for (std::size_t slow = 0; slow < tiers.size(); ++slow) {
        for (std::size_t fast = slow + 1; fast < tiers.size(); ++fast) {
            for (std::int64_t step = 1; step < kSteps; ++step) {
                const std::int64_t n = static_cast<std::int64_t>(Int128{all} * step / kSteps);
                ways.add_mix({{tiers[slow], all - n}, {tiers[fast], n}});
            }
        }
    }
}

}  // namespace firn::restore
