#include "core/planner/pool_use_of_hours.hpp"

#include "core/planner/calm_hours.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace firn::planner {

namespace {

constexpr Duration kHour = std::chrono::hours{1};

Rational share_of(std::uint64_t busy, std::uint64_t capacity) {
    return capacity == 0 ? Rational{0} : Rational{Integer{busy}, Integer{capacity}};
}

Rational to_the_power(const Rational& base, unsigned exponent) {
    Rational power{1};
    for (unsigned i = 0; i < exponent; ++i)
        power *= base;
    return power;
}

/// What shows whether a pool is full, of some of its hours.
struct Peaks {
    std::vector<Rational> by_year;
    std::optional<std::uint64_t> full_hour{};
    bool any_work = false;

    void add(const Rational& share, std::uint64_t hour, std::size_t year) {
        if (!full_hour && share >= 1) full_hour = hour;
        by_year[year] = std::max(by_year[year], share);
        any_work = any_work || share > 0;
    }
};

/// Takes the hours of a pool one after the other.
class HoursMeter {
  public:
    explicit HoursMeter(std::vector<Duration> year_ends)
        : year_ends_{std::move(year_ends)},
          calm_{.by_year = std::vector<Rational>(year_ends_.size())},
          all_{calm_} {}

    void add(std::uint64_t busy, std::uint64_t capacity, bool is_calm) {
        const Rational share = share_of(busy, capacity);
        if (share > use_.peak) {
            use_.peak = share;
            use_.peak_hour = hour_;
        }
        all_.add(share, hour_, year());
        if (is_calm) calm_.add(share, hour_, year());
        busy_ += busy;
        capacity_ += capacity;
        ++hour_;
    }

    [[nodiscard]] HoursUse use() const {
        HoursUse use = use_;
        const Peaks& peaks = calm_.any_work ? calm_ : all_;
        use.full_hour = peaks.full_hour;
        use.peak_by_year = peaks.by_year;
        if (capacity_ > 0) use.mean = Rational{to_integer(busy_), to_integer(capacity_)};
        return use;
    }

  private:
    [[nodiscard]] std::size_t year() const {
        const Duration begin = kHour * static_cast<std::int64_t>(hour_);
        const auto found = std::upper_bound(year_ends_.begin(), year_ends_.end(), begin);
        return std::min(static_cast<std::size_t>(found - year_ends_.begin()), year_ends_.size() - 1);
    }

    std::vector<Duration> year_ends_;
    HoursUse use_;
    Peaks calm_;
    Peaks all_;
    std::uint64_t hour_ = 0;
    UInt128 busy_ = 0;
    UInt128 capacity_ = 0;
};

}  // namespace

std::uint64_t capacity_of(const sim::WorkerSchedule& schedule, std::size_t hour) {
    Duration now = kHour * static_cast<std::int64_t>(hour);
    const Duration end = now + kHour;
    std::uint64_t capacity = 0;
    while (now < end) {
        const Duration until = std::min(end, schedule.next_change(now));
        capacity += std::uint64_t{schedule.at(now)} * static_cast<std::uint64_t>((until - now).count());
        now = until;
    }
    return capacity;
}

HoursUse use_of(const scenario::Scenario& scenario, Pool pool,
                const std::vector<std::uint64_t>& busy_by_hour) {
    const sim::WorkerSchedule schedule = schedule_of(scenario, pool);
    HoursMeter meter{year_ends_of(scenario)};
    CalmHours calm{scenario, pool};
    for (std::size_t hour = 0; hour < busy_by_hour.size(); ++hour) {
        const std::uint64_t busy = busy_by_hour[hour];
        const std::uint64_t capacity = capacity_of(schedule, hour);
        const Duration begin = kHour * static_cast<std::int64_t>(hour);
        meter.add(busy, capacity, calm.is_calm(begin, busy >= capacity));
    }
    return meter.use();
}

Rational yearly_growth(const Rational& from, const Rational& to, unsigned years) {
    const Rational ratio = to / from;
    const auto reaches = [&](std::int64_t thousandths) {
        return to_the_power(Rational{thousandths, 1'000}, years) <= ratio;
    };
    std::int64_t above = 1;
    while (reaches(above))
        above *= 2;
    std::int64_t below = above / 2;
    while (above - below > 1) {
        const std::int64_t middle = below + (above - below) / 2;
        (reaches(middle) ? below : above) = middle;
    }
    return Rational{below, 10} - 100;
}

std::optional<Rational> years_to_full(const Rational& from, const Rational& to, unsigned years) {
    constexpr double kTenths = 10;
    if (from <= 0 || to <= from) return std::nullopt;
    const double log_of_growth = std::log1p(static_cast<double>(Rational{(to - from) / from})) / years;
    const double needed = -std::log(static_cast<double>(from)) / log_of_growth;
    return Rational{std::max<std::int64_t>(0, std::llround(needed * kTenths)), 10};
}

}  // namespace firn::planner
