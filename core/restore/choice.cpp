#include "core/restore/choice.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/restore/remedy_words.hpp"
#include "core/storage/retrieval_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace firn::restore {

namespace {

/// Rounded up to whole hours, below an hour to minutes.
std::string enough_text(Duration duration) {
    using namespace std::chrono;
    if (duration <= hours{1}) return fmt::format("{} min", ceil<minutes>(duration).count());
    return fmt::format("{} h", ceil<hours>(duration).count());
}

/// What a wish can do that insists on a tier or a pacing.
void add_freer(const Wish& wish, std::vector<std::string>& remedies) {
    if (wish.tier) remedies.push_back(fmt::format("choose {}", kOtherTier));
    if (wish.pacing) remedies.push_back(fmt::format("choose {}", kOtherPacing));
}

/// How long a way retrieves over a link that does not matter: where the link paces it, no request waits for
/// it.
Duration retrieval_time(const Way& way, const Wish& wish, const Service& service) {
    if (way.pacing != Pacing::link) return way.longest.ready;
    const std::chrono::seconds requests{wish.request_rate ? wish.archives / *wish.request_rate : 0};
    Duration longest{};
    for (const std::size_t tier : way.tiers)
        longest = std::max(longest, service.tiers[tier].longest);
    return longest + requests;
}

Diagnostics deadline_unmet(const std::vector<Way>& ways, const Wish& wish, const Service& service) {
    const Way& fastest = ways[best_by(ways, is_faster)];
    const std::string reason = fastest.refusals.empty() ? std::string{} : fastest.refusals.front();
    const bool is_link_slow = std::any_of(ways.begin(), ways.end(), [&](const Way& way) {
        return retrieval_time(way, wish, service) <= *wish.within;
    });
    std::vector<std::string> remedies{fmt::format("give it {}", kMoreTime)};
    add_freer(wish, remedies);
    if (is_link_slow) {
        remedies.push_back(fmt::format("take {}", kFasterLink));
        remedies.push_back(fmt::format("ask for {}", kFewerBytes));
    }
    return failure({.code = "restore-deadline-unmet",
                    .what = fmt::format("{} cannot be back within {}; the fastest way is {} ({} pacing): {}",
                                        to_rough_text(wish.bytes), firn::to_text(*wish.within),
                                        tier_text(fastest, service), to_text(fastest.pacing), reason),
                    .expected = fmt::format("a deadline of at least {}", enough_text(fastest.longest.ends)),
                    .remedy = one_of(remedies) +
                              (is_link_slow ? "" : "; the retrieval alone takes longer, whatever the link")});
}

std::string cheaper_wishes(const Wish& wish) {
    std::vector<std::string> remedies{fmt::format("allow {}", kMoreMoney)};
    if (wish.within) remedies.push_back(fmt::format("give it {}", kMoreTime));
    add_freer(wish, remedies);
    remedies.push_back(fmt::format("ask for {}", kFewerBytes));
    if (!wish.stay_in_region) remedies.push_back(fmt::format("use it {}", kWithinRegion));
    return one_of(remedies);
}

Diagnostics budget_unmet(const Way& cheapest, const Wish& wish, const Service& service) {
    return failure(
        {.code = "restore-budget-unmet",
         .what = fmt::format("the cheapest way{} is {} ({} pacing) and costs {} {}",
                             wish.within ? " that meets the deadline" : "", tier_text(cheapest, service),
                             to_text(cheapest.pacing), firn::to_text(cheapest.cost), service.book.currency),
         .expected = fmt::format("a budget of at least {}",
                                 firn::to_text(Money{Rational{ceil_of(cheapest.cost.amount() * 100), 100}})),
         .remedy = cheaper_wishes(wish)});
}

Diagnostics copies_expire(const Way& way, const Wish& wish) {
    std::vector<std::string> remedies{fmt::format("take {}", kFasterLink)};
    if (wish.pacing && *wish.pacing != Pacing::link) remedies.push_back(fmt::format("ask {}", kPacedByLink));
    if (!storage::is_vault(wish.storage_class)) remedies.push_back(fmt::format("let {}", kLongerCopies));
    return failure({.code = "restore-copies-expire",
                    .what = way.refusals.front(),
                    .expected = "copies that lie there until they are downloaded",
                    .remedy = one_of(remedies)});
}

/// The best of those that fulfil a condition; the number of ways if none does.
template <class Condition>
std::size_t best_of(const std::vector<Way>& ways, bool (*is_better)(const Way&, const Way&),
                    Condition condition) {
    std::size_t best = ways.size();
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (condition(ways[i]) && (best == ways.size() || is_better(ways[i], ways[best]))) best = i;
    }
    return best;
}

}  // namespace

bool is_cheaper(const Way& a, const Way& b) {
    if (a.copies_last != b.copies_last) return a.copies_last;
    if (a.cost != b.cost) return a.cost < b.cost;
    return a.longest.ends < b.longest.ends;
}

bool is_faster(const Way& a, const Way& b) {
    if (a.copies_last != b.copies_last) return a.copies_last;
    if (a.longest.ends != b.longest.ends) return a.longest.ends < b.longest.ends;
    return a.cost < b.cost;
}

std::size_t best_by(const std::vector<Way>& ways, bool (*is_better)(const Way&, const Way&)) {
    return best_of(ways, is_better, [](const Way&) { return true; });
}

Result<std::size_t> choose(const std::vector<Way>& ways, const Wish& wish, const Service& service) {
    const std::size_t none = ways.size();
    const auto is_possible = [](const Way& way) { return way.copies_last; };
    const auto is_in_time = [](const Way& way) { return way.copies_last && way.meets_deadline; };
    const auto is_accepted = [](const Way& way) { return way.refusals.empty(); };
    if (best_of(ways, is_cheaper, is_possible) == none) return copies_expire(ways.front(), wish);
    const std::size_t cheapest = best_of(ways, is_cheaper, is_in_time);
    if (cheapest == none) return deadline_unmet(ways, wish, service);
    const bool is_fastest_wanted = wish.budget && !wish.within;
    const std::size_t chosen = best_of(ways, is_fastest_wanted ? is_faster : is_cheaper, is_accepted);
    if (chosen == none) return budget_unmet(ways[cheapest], wish, service);
    return chosen;
}

std::vector<Way> frontier_of(std::vector<Way> ways) {
    std::erase_if(ways, [](const Way& way) { return !way.copies_last; });
    std::stable_sort(ways.begin(), ways.end(), is_faster);
    std::vector<Way> frontier;
    for (Way& way : ways) {
        if (frontier.empty() || way.cost < frontier.back().cost) frontier.push_back(std::move(way));
    }
    return frontier;
}

}  // namespace firn::restore
