#include "core/restore/pacings.hpp"

#include "core/pricing/capacity.hpp"
#include "core/units/billing_period.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace firn::restore {

namespace {

using std::chrono::hours;

constexpr std::int64_t kMostRounds = 2000;

/// Archives that the service takes requests for in an hour.
std::int64_t requests_an_hour(const Wish& wish) {
    constexpr Int128 kSecondsOfHour = 3600;
    if (!wish.request_rate) return wish.archives;
    return static_cast<std::int64_t>(std::min<Int128>(wish.archives, *wish.request_rate * kSecondsOfHour));
}

/// The hours that make a round where all is asked for at once: one, and more of a restore that would have
/// very many. Not where the largest hour makes the fee.
std::int64_t hours_of_round(const Wish& wish, const Service& service) {
    if (service.use.has_peak_fee) return 1;
    const std::int64_t whole_hours = (wish.archives - 1) / requests_an_hour(wish) + 1;
    return (whole_hours - 1) / kMostRounds + 1;
}

/// Archives of the mean size that so many bytes hold, rounded down.
std::int64_t archives_of(const Rational& bytes, const Wish& wish) {
    const Rational count = bytes * Rational{wish.archives} / Rational{wish.bytes.count()};
    return count >= Rational{wish.archives} ? wish.archives : static_cast<std::int64_t>(floor_of(count));
}

/// The fewest archives from the first on that hold so many bytes.
std::int64_t archives_reaching(const Rational& bytes, const Wish& wish) {
    if (bytes >= Rational{wish.bytes.count()}) return wish.archives;
    if (wish.sizes) return wish.sizes->reaching(Bytes{static_cast<std::int64_t>(ceil_of(bytes))});
    return static_cast<std::int64_t>(
        ceil_of(Rational{bytes * Rational{wish.archives} / Rational{wish.bytes.count()}}));
}

/// Rounds at even distances: after n of them so many bytes n times have been asked for, rounded up to whole
/// archives.
std::vector<Round> even_rounds(const Wish& wish, std::size_t tier, const Rational& bytes_a_round,
                               Duration distance) {
    std::vector<Round> rounds;
    std::int64_t asked = 0;
    for (std::int64_t n = 1; asked < wish.archives; ++n) {
        const std::int64_t by_now = archives_reaching(Rational{bytes_a_round * n}, wish);
        if (by_now == asked) continue;
        rounds.push_back(round_of(wish, distance * (n - 1), tier, asked, by_now - asked));
        asked = by_now;
    }
    return rounds;
}

}  // namespace

std::vector<Round> rounds_at_once(const Wish& wish, const Service& service, std::vector<TierShare> shares) {
    std::erase_if(shares, [](const TierShare& share) { return share.archives == 0; });
    std::stable_sort(shares.begin(), shares.end(), [&](const TierShare& a, const TierShare& b) {
        return service.tiers[a.tier].longest > service.tiers[b.tier].longest;
    });
    const std::int64_t length = hours_of_round(wish, service);
    const Int128 a_round = static_cast<Int128>(requests_an_hour(wish)) * length;
    std::vector<Round> rounds;
    std::int64_t asked = 0;
    for (const TierShare& share : shares) {
        const std::int64_t end = asked + share.archives;
        while (asked < end) {
            const auto number = static_cast<std::int64_t>(asked / a_round);
            const auto n =
                static_cast<std::int64_t>(std::min<Int128>(end - asked, (number + 1) * a_round - asked));
            rounds.push_back(round_of(wish, hours{number * length}, share.tier, asked, n));
            asked += n;
        }
    }
    return rounds;
}

std::vector<Round> rounds_by_link(const Wish& wish, std::size_t tier) {
    constexpr std::int64_t kSecondsOfHour = 3600;
    const Rational an_hour{Integer{wish.link.bytes_per_second()} * kSecondsOfHour};
    const Rational rounds = Rational{wish.bytes.count()} / Rational{an_hour * kMostRounds};
    const auto distance = std::max<std::int64_t>(1, static_cast<std::int64_t>(ceil_of(rounds)));
    return even_rounds(wish, tier, an_hour * distance, hours{distance});
}

namespace {

/// The rounds in the order of their hours, those of one hour and tier as one, their archives numbered anew.
std::vector<Round> gathered(const Wish& wish, std::vector<Round> rounds) {
    const auto key = [](const Round& round) { return std::pair{round.at, round.tier}; };
    std::stable_sort(rounds.begin(), rounds.end(),
                     [&](const Round& a, const Round& b) { return key(a) < key(b); });
    std::vector<Round> result;
    std::int64_t asked = 0;
    for (const Round& round : rounds) {
        const bool joins = !result.empty() && key(result.back()) == key(round);
        const std::int64_t first = joins ? result.back().first : asked;
        asked += round.archives;
        if (joins) result.pop_back();
        result.push_back(round_of(wish, round.at, round.tier, first, asked - first));
    }
    return result;
}

}  // namespace

std::vector<Round> rounds_when_due(const Wish& wish, const Service& service,
                                   const std::vector<std::size_t>& tiers, Duration begin) {
    std::vector<Round> rounds = rounds_by_link(wish, tiers.back());
    for (Round& round : rounds) {
        const Duration due = begin + round.at;
        const auto tier = std::find_if(tiers.begin(), tiers.end(),
                                       [&](std::size_t t) { return service.tiers[t].longest <= due; });
        round.tier = tier == tiers.end() ? tiers.back() : *tier;
        round.at = std::max(Duration{},
                            Duration{std::chrono::floor<hours>(due - service.tiers[round.tier].longest)});
    }
    return gathered(wish, std::move(rounds));
}

namespace {

constexpr std::int64_t kRetrievalsOfHour = 36;
constexpr std::int64_t kBytesOfHour = 540'000'000'000;

/// Archive by archive, as many in each hour as there are retrievals and room for; at least one.
std::optional<std::vector<Round>> mixed_by_capacity(const Wish& wish, std::size_t tier,
                                                    BoughtCapacity capacity, std::int64_t most_hours) {
    std::vector<Round> rounds;
    std::int64_t asked = 0;
    for (std::int64_t hour = 0; asked < wish.archives; ++hour) {
        if (hour >= most_hours) return std::nullopt;
        const std::int64_t end = std::min(wish.archives, asked + kRetrievalsOfHour * capacity.units);
        const std::int64_t n =
            std::max<std::int64_t>(1, wish.sizes->fitting(asked, end, Bytes{kBytesOfHour * capacity.units}));
        rounds.push_back(round_of(wish, hours{hour}, tier, asked, n));
        asked += n;
    }
    return rounds;
}

}  // namespace

std::optional<std::vector<Round>> rounds_by_capacity(const Wish& wish, std::size_t tier,
                                                     BoughtCapacity capacity) {
    const Duration month = pricing::end_of_capacity(wish.start) - wish.start;
    if (wish.sizes) return mixed_by_capacity(wish, tier, capacity, month / hours{1});
    const Rational by_count{Integer{wish.bytes.count()} * kRetrievalsOfHour * capacity.units,
                            Integer{wish.archives}};
    const Rational by_bytes{kBytesOfHour * capacity.units};
    const Rational an_hour = std::min(by_count, by_bytes);
    if (Rational{wish.bytes.count()} > an_hour * (month / hours{1})) return std::nullopt;
    return even_rounds(wish, tier, an_hour, hours{1});
}

namespace {

/// Bytes that are free on a day of the month.
Rational daily_allowance(const Wish& wish, const Service& service, BillingPeriod month) {
    const Integer billed =
        Integer{wish.stored_bytes.count()} + Integer{service.overhead.count()} * wish.stored_archives;
    return service.allowance * Rational{billed} / month.days();
}

/// The first hour from which a job ends on its day.
Instant first_free_hour(const Wish& wish, const Service& service) {
    const auto midnight = std::chrono::floor<std::chrono::days>(wish.start);
    const auto hour = std::chrono::floor<hours>(wish.start - midnight);
    const bool fits = hour.count() + service.job_hours <= 24;
    return fits ? wish.start : Instant{midnight + std::chrono::days{1}};
}

}  // namespace

namespace {

/// The most archives from this one on that are together at most so large.
std::int64_t archives_within(const Rational& bytes, std::int64_t first, const Wish& wish) {
    if (wish.sizes) {
        const Rational room = std::min(bytes, Rational{wish.bytes.count()});
        return wish.sizes->fitting(first, wish.archives, Bytes{static_cast<std::int64_t>(floor_of(room))});
    }
    const Rational whole = bytes * Rational{wish.bytes.count()} /
                           Rational{Integer{largest_archive(wish).count()} * wish.archives};
    return std::min(wish.archives - first, archives_of(whole, wish));
}

}  // namespace

std::optional<std::vector<Round>> rounds_by_allowance(const Wish& wish, const Service& service) {
    std::vector<Round> rounds;
    std::int64_t asked = 0;
    for (Instant at = first_free_hour(wish, service); asked < wish.archives;
         at = std::chrono::floor<std::chrono::days>(at) + std::chrono::days{1}) {
        const Rational free = daily_allowance(wish, service, BillingPeriod::containing(at));
        const std::int64_t n = archives_within(free, asked, wish);
        if (n == 0) return std::nullopt;
        rounds.push_back(round_of(wish, at - wish.start, 0, asked, n));
        asked += n;
    }
    return rounds;
}

namespace {

/// The schedule with the least fee when requests are made in so many hours.
std::vector<Round> least_rounds(const Wish& wish, const Service& service, std::int64_t window) {
    const auto midnight = std::chrono::floor<std::chrono::days>(wish.start);
    const auto first_hour = std::chrono::floor<hours>(wish.start - midnight).count();
    const PeakTerms terms{
        .daily_allowance = daily_allowance(wish, service, BillingPeriod::containing(wish.start)),
        .job_hours = service.job_hours,
        .rule = service.rule.value_or(usage::RetrievalRule::reworked_faq)};
    const PeakWindow hours_of_window{first_hour, window};
    const std::vector<std::int64_t> requests =
        wish.sizes
            ? least_peak(*wish.sizes, terms, hours_of_window)
            : least_peak(wish.archives, Rational{wish.bytes.count(), wish.archives}, terms, hours_of_window);
    std::vector<Round> rounds;
    std::int64_t asked = 0;
    for (std::size_t hour = 0; hour < requests.size(); ++hour) {
        if (requests[hour] == 0) continue;
        rounds.push_back(round_of(wish, hours{static_cast<std::int64_t>(hour)}, 0, asked, requests[hour]));
        asked += requests[hour];
    }
    return rounds;
}

bool ends_by(const std::vector<Round>& rounds, const Wish& wish, const Service& service, Duration deadline) {
    return timeline_of(rounds, service.tiers, wish, Speed::longest).ends <= deadline;
}

/// The schedule over the most hours, up to so many, that ends by the deadline; empty if there is none.
std::vector<Round> longest_schedule(const Wish& wish, const Service& service, std::int64_t most,
                                    Duration deadline) {
    std::int64_t works = 0;
    std::int64_t fails = most + 1;
    std::vector<Round> rounds;
    for (std::int64_t window = most; fails - works > 1; window = works + (fails - works) / 2) {
        std::vector<Round> tried = least_rounds(wish, service, window);
        const bool ends = ends_by(tried, wish, service, deadline);
        (ends ? works : fails) = window;
        if (ends) rounds = std::move(tried);
    }
    return rounds;
}

}  // namespace

std::vector<std::vector<Round>> rounds_by_deadline(const Wish& wish, const Service& service,
                                                   Duration deadline) {
    constexpr std::int64_t kLongest = 24L * 62;
    const Duration left = deadline - service.tiers.front().longest;
    if (left < Duration{}) return {};
    const std::int64_t most = std::min(kLongest, left / hours{1} + 1);
    std::vector<std::vector<Round>> schedules{longest_schedule(wish, service, most, deadline)};
    const Instant month_ends = BillingPeriod::containing(wish.start).end();
    const std::int64_t of_month = (month_ends - wish.start + hours{1} - Duration{1}) / hours{1};
    if (of_month < most) schedules.push_back(longest_schedule(wish, service, of_month, deadline));
    std::erase_if(schedules, [](const std::vector<Round>& rounds) { return rounds.empty(); });
    return schedules;
}

std::int64_t most_in_tier(const Wish& wish, const Service& service, std::size_t slow,
                          const std::vector<TierShare>& slower, std::size_t fast, Duration deadline) {
    std::int64_t taken = 0;
    for (const TierShare& share : slower)
        taken += share.archives;
    std::int64_t works = 0;
    std::int64_t fails = wish.archives - taken + 1;
    while (fails - works > 1) {
        const std::int64_t n = works + (fails - works) / 2;
        std::vector<TierShare> shares = slower;
        shares.push_back({slow, n});
        shares.push_back({fast, wish.archives - taken - n});
        (ends_by(rounds_at_once(wish, service, shares), wish, service, deadline) ? works : fails) = n;
    }
    return works;
}

}  // namespace firn::restore
