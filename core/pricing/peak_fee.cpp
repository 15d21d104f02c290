#include "core/pricing/peak_fee.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

constexpr std::int64_t kHoursOfDay = 24;

std::map<std::int64_t, RetrievalDay> days_of(const RetrievalHours& hours,
                                             const std::map<std::int64_t, Rational>& rates) {
    std::map<std::int64_t, RetrievalDay> days;
    for (const auto& [hour, rate] : rates) {
        const std::int64_t number = hours.day_of(hour);
        RetrievalDay& day = days[number];
        day.day = number;
        day.total += rate;
        ++day.hours;
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

std::map<std::int64_t, Rational> RetrievalHours::rates() const {
    std::map<std::int64_t, Rational> rates;
    for (const auto& [hours, jobs] : begun_) {
        for (const auto& [first, gb] : jobs) {
            const Rational rate = gb / hours;
            for (std::int64_t hour = first; hour < first + hours; ++hour)
                rates[hour] += rate;
        }
    }
    return rates;
}

PeakFeeResult peak_fee(const RetrievalHours& hours, const Rational& average, const PeakFee& terms,
                       usage::RetrievalRule rule, const Rational& month_hours) {
    PeakFeeResult result;
    result.daily_allowance = terms.allowance * average / month_hours * kHoursOfDay;
    const auto rates = hours.rates();
    const auto days = days_of(hours, rates);
    for (const auto& [number, day] : days) {
        if (day.total > result.daily_allowance) result.exceeding_days.push_back(day);
    }
    for (const auto& [hour, rate] : rates) {
        const RetrievalDay& day = days.at(hours.day_of(hour));
        if (day.total <= result.daily_allowance) continue;
        const Rational free = free_rate(rate, day, result.daily_allowance, terms, rule);
        const Rational billable = rate - free;
        const Rational largest = result.peak ? result.peak->billable : Rational{0};
        if (billable > largest) result.peak = PeakHour{hour, day, rate, free, billable};
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
