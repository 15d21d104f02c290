#include "core/workload/calendar.hpp"

#include "core/workload/fixed_point.hpp"
#include "core/workload/normal_deviate.hpp"

#include <algorithm>

namespace firn::workload {

namespace {

/// The cosine of 0, 15, ... 90 degrees in millionths.
constexpr std::array<std::int64_t, 7> kCosines{1'000'000, 965'926, 866'025, 707'107, 500'000, 258'819, 0};

std::int64_t cosine(std::size_t hours_from_peak) {
    const std::size_t nearest = std::min(hours_from_peak, 24 - hours_from_peak);
    return nearest <= 6 ? kCosines.at(nearest) : -kCosines.at(12 - nearest);
}

template <std::size_t N>
bool are_alike(const std::array<Factor, N>& factors) {
    return std::all_of(factors.begin(), factors.end(), [&](Factor f) { return f == factors[0]; });
}

}  // namespace

bool Calendar::is_flat_within_months() const {
    return are_alike(weekdays) && are_alike(hours) && day_noise.millionths == 0;
}

std::array<Factor, 24> cosine_hours(Factor peak, int peak_hour) {
    std::array<Factor, 24> hours;
    for (std::size_t hour = 0; hour < hours.size(); ++hour) {
        const std::size_t distance = (hour + 24 - static_cast<std::size_t>(peak_hour)) % 24;
        const std::int64_t swing = (peak.millionths - Factor::kOne) * cosine(distance) / Factor::kOne;
        hours.at(hour) = Factor{Factor::kOne + swing};
    }
    return hours;
}

DayFactors::DayFactors(const Calendar& calendar, const random::Stream& noise, std::chrono::sys_days first)
    : calendar_{calendar},
      noise_{noise},
      day_{first},
      months_{relative_to_mean(calendar.months)},
      weekdays_{relative_to_mean(calendar.weekdays)} {}

std::uint64_t DayFactors::next() {
    const std::chrono::year_month_day date{day_};
    const std::chrono::weekday weekday{day_};
    day_ += std::chrono::days{1};
    const std::uint64_t regular = times_q32(months_.at(static_cast<unsigned>(date.month()) - 1),
                                            weekdays_.at(weekday.iso_encoding() - 1));
    if (calendar_.day_noise.millionths == 0) return regular;
    return times_q32(regular, exp2_q32(next_noise()));
}

/// The logarithm to base 2 of the day's noise, in q32.
std::int64_t DayFactors::next_noise() {
    constexpr std::int64_t kOne = Factor::kOne;
    const std::int64_t memory = calendar_.day_memory.millionths;
    const auto renewal =
        static_cast<std::int64_t>(square_root(static_cast<UInt128>(kOne * kOne - memory * memory)));
    const std::int64_t deviate = normal_deviate_q24(noise_.at(drawn_));
    state_ = drawn_ == 0 ? deviate : (memory * state_ + renewal * deviate) / kOne;
    ++drawn_;
    const std::int64_t deviation = calendar_.day_noise.millionths;
    // deviation * (state - deviation / 2), in natural logarithms times 2^24.
    const std::int64_t log = deviation * (state_ - deviation * (1 << 23) / kOne) / kOne;
    return static_cast<std::int64_t>(static_cast<Int128>(log) * kLog2EQ32 >> 24);
}

}  // namespace firn::workload
