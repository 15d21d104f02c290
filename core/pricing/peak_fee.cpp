#include "core/pricing/peak_fee.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

constexpr std::int64_t kHoursOfDay = 24;

/// A day's retrievals, and its hour with the most; the first of several.
struct SharedDay {
    Integer total{};
    std::int64_t hours = 0;
    std::int64_t busiest_hour = 0;
    Integer busiest{};
};

std::map<std::int64_t, SharedDay> days_of(const RetrievalHours& hours, const HourlyShares& shares) {
    std::map<std::int64_t, SharedDay> days;
    for (const auto& [hour, share] : shares.numerators) {
        SharedDay& day = days[hours.day_of(hour)];
        day.total += share;
        ++day.hours;
        if (share <= day.busiest) continue;
        day.busiest_hour = hour;
        day.busiest = share;
    }
    return days;
}

Rational free_rate(const Rational& rate, const RetrievalDay& day, const Rational& allowance,
                   const PeakFee& terms, usage::RetrievalRule rule) {
    if (rule == usage::RetrievalRule::first_faq) return Rational{allowance * rate / day.total};
    const auto fewest = static_cast<std::int64_t>(terms.job_hours);
    return Rational{allowance / std::min(kHoursOfDay, std::max(fewest, day.hours))};
}

}  // namespace

std::int64_t RetrievalHours::hour_of(Instant instant) const {
    return std::chrono::floor<std::chrono::hours>(instant - month_.begin()).count();
}

std::int64_t RetrievalHours::day_of(std::int64_t hour) const {
    return std::min<std::int64_t>(hour / kHoursOfDay, month_.days() - 1);
}

void RetrievalHours::add(Instant from, std::int64_t hours, const Rational& gb) {
    if (gb == 0) return;
    begun_[hours][hour_of(from)] += gb;
}

HourlyShares RetrievalHours::shares() const {
    HourlyShares shares;
    for (const auto& [hours, jobs] : begun_) {
        for (const auto& [first, gb] : jobs)
            shares.denominator = lcm(shares.denominator, Integer{denominator(gb) * hours});
    }
    for (const auto& [hours, jobs] : begun_) {
        for (const auto& [first, gb] : jobs) {
            const Integer share = numerator(gb) * (shares.denominator / (denominator(gb) * hours));
            for (std::int64_t hour = first; hour < first + hours; ++hour)
                shares.numerators[hour] += share;
        }
    }
    return shares;
}

std::map<std::int64_t, Rational> RetrievalHours::rates() const {
    const HourlyShares all = shares();
    std::map<std::int64_t, Rational> rates;
    for (const auto& [hour, share] : all.numerators)
        rates.emplace(hour, all.gb(share));
    return rates;
}

// Of the hours of a day the busiest has the largest billable rate, by either rule.
PeakFeeResult peak_fee(const RetrievalHours& hours, const Rational& average, const PeakFee& terms,
                       usage::RetrievalRule rule, const Rational& month_hours) {
    PeakFeeResult result;
    result.daily_allowance = terms.allowance * average / month_hours * kHoursOfDay;
    const HourlyShares shares = hours.shares();
    for (const auto& [number, shared] : days_of(hours, shares)) {
        const RetrievalDay day{number, shares.gb(shared.total), shared.hours};
        if (day.total <= result.daily_allowance) continue;
        result.exceeding_days.push_back(day);
        const Rational rate = shares.gb(shared.busiest);
        const Rational free = free_rate(rate, day, result.daily_allowance, terms, rule);
        const Rational billable = rate - free;
        const Rational largest = result.peak ? result.peak->billable : Rational{0};
        if (billable > largest) result.peak = PeakHour{shared.busiest_hour, day, rate, free, billable};
    }
    if (result.peak) result.quantity = result.peak->billable * month_hours;
    return result;
}

FirstFaqWalk first_faq_walk(const PeakFeeResult& result, const PeakHour& peak, const Rational& month_hours) {
    FirstFaqWalk walk;
    walk.daily_allowance = round_half_up(result.daily_allowance, 1);
    walk.share_percent = round_half_up(Rational{peak.rate / peak.day.total * 100}, 0);
    walk.free = round_half_up(Rational{walk.share_percent / 100 * walk.daily_allowance}, 2);
    walk.billable = std::max(Rational{0}, Rational{peak.rate - walk.free});
    walk.quantity = walk.billable * month_hours;
    return walk;
}

}  // namespace firn::pricing
