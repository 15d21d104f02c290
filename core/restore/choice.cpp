#include "core/restore/choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace firn::restore {

namespace {

/// Rounded up to whole hours, below an hour to minutes.
std::string enough_text(Duration duration) {
    using namespace std::chrono;
    if (duration <= hours{1}) return fmt::format("{} min", ceil<minutes>(duration).count());
    return fmt::format("{} h", ceil<hours>(duration).count());
}

Diagnostics deadline_unmet(const std::vector<Way>& ways, const Wish& wish, const Service& service) {
    const Way& fastest = ways[best_by(ways, is_faster)];
    const std::string reason = fastest.refusals.empty() ? std::string{} : fastest.refusals.front();
    const bool is_link_slow = fastest.longest.ready <= *wish.within;
    const char* const quicker = wish.tier || wish.pacing ? ", another tier or pacing" : "";
    return failure(
        {.code = "restore-deadline-unmet",
         .what = fmt::format("{} cannot be back within {}; the fastest way is {} ({} pacing): {}",
                             to_rough_text(wish.bytes), firn::to_text(*wish.within),
                             tier_text(fastest, service), to_text(fastest.pacing), reason),
         .expected = fmt::format("a deadline of at least {}", enough_text(fastest.longest.ends)),
         .remedy =
             is_link_slow
                 ? fmt::format("give it more time{}, a faster link, or fewer bytes", quicker)
                 : fmt::format("give it more time{}; the retrieval alone takes longer, whatever the link",
                               quicker)});
}

Diagnostics budget_unmet(const Way& cheapest, const Wish& wish, const Service& service) {
    return failure(
        {.code = "restore-budget-unmet",
         .what = fmt::format("the cheapest way{} is {} ({} pacing) and costs {} {}",
                             wish.within ? " that meets the deadline" : "", tier_text(cheapest, service),
                             to_text(cheapest.pacing), firn::to_text(cheapest.cost), service.book.currency),
         .expected = fmt::format("a budget of at least {}",
                                 firn::to_text(Money{Rational{ceil_of(cheapest.cost.amount() * 100), 100}})),
         .remedy = wish.within ? "allow more money or more time"
                               : "allow more money, restore less, or read it within the region"});
}

Diagnostics copies_expire(const Way& way) {
    return failure(
        {.code = "restore-copies-expire",
         .what = way.refusals.front(),
         .expected = "copies that lie there until they are downloaded",
         .remedy = "take a faster link, ask only for what the link takes, or let copies lie longer"});
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
    if (best_of(ways, is_cheaper, is_possible) == none) return copies_expire(ways.front());
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
