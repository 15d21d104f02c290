#include "core/workload/month_hours.hpp"

#include "core/random/bounded.hpp"
#include "core/workload/fixed_point.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>

namespace firn::workload {

namespace {

constexpr std::uint64_t kHour = 3'600'000'000;
constexpr std::uint64_t kHoursPerDay = 24;

std::uint64_t length_of(BillingPeriod month) { return static_cast<std::uint64_t>(month.length().count()); }

/// The weights of all hours of the month, day by day.
std::vector<std::uint64_t> weights_of(BillingPeriod month, const Calendar& calendar,
                                      const random::Stream& noise) {
    DayFactors days{calendar, noise, std::chrono::floor<std::chrono::days>(month.begin())};
    const std::array<std::uint64_t, kHoursPerDay> hours = relative_to_mean(calendar.hours);
    std::vector<std::uint64_t> weights;
    for (std::uint64_t day = 0; day < length_of(month) / (kHoursPerDay * kHour); ++day) {
        const std::uint64_t factor = days.next();
        for (const std::uint64_t hour : hours)
            weights.push_back(times_q32(factor, hour));
    }
    return weights;
}

}  // namespace

MonthHours::MonthHours(BillingPeriod month, const Calendar& calendar, const random::Stream& noise)
    : length_{length_of(month)} {
    if (!calendar.is_flat_within_months()) share_out(weights_of(month, calendar, noise));
}

/// Gives each hour its share of the 2^64 draws. Weights are cut to what their sum leaves of 64 bits.
void MonthHours::share_out(const std::vector<std::uint64_t>& weights) {
    const UInt128 sum = std::accumulate(weights.begin(), weights.end(), UInt128{0});
    unsigned cut = 0;
    while (sum >> cut >= kMostQ32)
        ++cut;
    std::uint64_t all = 0;
    for (const std::uint64_t weight : weights)
        all += weight >> cut;
    UInt128 so_far = 0;
    for (std::size_t hour = 0; hour < weights.size(); ++hour) {
        const std::uint64_t weight = weights[hour] >> cut;
        if (weight == 0) continue;
        hours_.push_back({.first = static_cast<std::uint64_t>((so_far << 64U) / all), .begin = hour * kHour});
        so_far += weight;
    }
}

UInt128 MonthHours::draws_of(std::vector<Hour>::const_iterator hour) const {
    const auto next = hour + 1;
    const UInt128 end = next == hours_.end() ? UInt128{1} << 64U : UInt128{next->first};
    return end - hour->first;
}

std::uint64_t MonthHours::at(std::uint64_t draw) const {
    if (hours_.empty()) return random::scale(draw, length_);
    const auto after = std::upper_bound(hours_.begin(), hours_.end(), draw,
                                        [](std::uint64_t d, const Hour& hour) { return d < hour.first; });
    const auto hour = after - 1;
    const UInt128 within = static_cast<UInt128>(draw - hour->first) * kHour / draws_of(hour);
    return hour->begin + static_cast<std::uint64_t>(within);
}

std::uint64_t MonthHours::busiest_q32() const {
    if (hours_.empty()) return (kHour << 31U) / (length_ >> 1U);
    UInt128 most = 0;
    for (auto hour = hours_.begin(); hour != hours_.end(); ++hour)
        most = std::max(most, draws_of(hour));
    return static_cast<std::uint64_t>(most >> 32U);
}

}  // namespace firn::workload
