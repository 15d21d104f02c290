#include "core/planner/after_outage.hpp"

#include "core/planner/calm_hours.hpp"
#include "core/planner/pool_use_of_hours.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::planner {

namespace {

constexpr Duration kHour = std::chrono::hours{1};

/// Work, and what there could have been of it.
struct Share {
    std::uint64_t busy = 0;
    std::uint64_t capacity = 0;

    /// Which is the larger part; without capacity there is none.
    friend bool operator<(const Share& a, const Share& b) {
        if (a.capacity == 0 || b.capacity == 0) return a.capacity == 0 && b.capacity > 0 && b.busy > 0;
        return static_cast<UInt128>(a.busy) * b.capacity < static_cast<UInt128>(b.busy) * a.capacity;
    }
};

/// How well an hour suits as the begin of an outage.
enum class Fit { within_another, meets_another, outlasts_the_work, good };

struct Hour {
    std::size_t month = 0;
    Share use;
    Fit fit = Fit::within_another;
};

/// Asked with begins that ascend. Outages that touch are one.
class Fits {
  public:
    Fits(const scenario::Scenario& scenario, Pool pool, Duration length, Duration work_ends)
        : others_{outages_beside(scenario, pool)},
          calm_{scenario, pool},
          length_{length},
          work_ends_{work_ends} {}

    [[nodiscard]] Fit of(Duration begin, bool is_full) {
        const bool is_calm = calm_.is_calm(begin, is_full);
        if (others_.resume(begin) != begin) return Fit::within_another;
        if (!is_calm || others_.next_begin(begin) <= begin + length_) return Fit::meets_another;
        return length_ <= (work_ends_ - begin) / 2 ? Fit::good : Fit::outlasts_the_work;
    }

  private:
    sim::OutageCalendar others_;
    CalmHours calm_;
    Duration length_;
    Duration work_ends_;
};

std::vector<Hour> hours_of(const scenario::Scenario& scenario, Pool pool,
                           const std::vector<std::uint64_t>& busy_by_hour, Duration length) {
    const sim::WorkerSchedule schedule = schedule_of(scenario, pool);
    const Duration months = year_ends_of(scenario).back();
    const Duration work_ends = kHour * static_cast<std::int64_t>(busy_by_hour.size());
    const BillingPeriod first = BillingPeriod::containing(scenario.start);
    Fits fits{scenario, pool, length, work_ends};
    std::vector<Hour> hours;
    for (std::size_t month = 0, hour = 0; kHour * static_cast<std::int64_t>(hour) < months; ++hour) {
        const Duration begin = kHour * static_cast<std::int64_t>(hour);
        if (scenario.start + begin >= first.plus_months(static_cast<int>(month)).end()) ++month;
        const std::uint64_t busy = hour < busy_by_hour.size() ? busy_by_hour[hour] : 0;
        const std::uint64_t capacity = capacity_of(schedule, hour);
        hours.push_back({month, {std::min(busy, capacity), capacity}, fits.of(begin, busy >= capacity)});
    }
    return hours;
}

std::vector<Share> months_of(const std::vector<Hour>& hours) {
    std::vector<Share> months(hours.empty() ? 0 : hours.back().month + 1);
    for (const Hour& hour : hours) {
        months[hour.month].busy += hour.use.busy;
        months[hour.month].capacity += hour.use.capacity;
    }
    return months;
}

/// Of the hours with work that suit best.
Duration begin_among(const std::vector<Hour>& hours) {
    const std::vector<Share> months = months_of(hours);
    const auto is_worse = [&](const Hour& a, const Hour& b) {
        if ((a.use.busy > 0) != (b.use.busy > 0)) return b.use.busy > 0;
        if (a.fit != b.fit) return a.fit < b.fit;
        if (a.use < b.use || b.use < a.use) return a.use < b.use;
        return a.month < b.month && !(months[b.month] < months[a.month]);
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < hours.size(); ++i) {
        if (is_worse(hours[best], hours[i])) best = i;
    }
    return kHour * static_cast<std::int64_t>(best);
}

/// Whether somebody waits for a pool and no fewer are there than before.
bool does_not_shrink(std::uint64_t line, std::uint64_t there, std::uint64_t before) {
    return line > 0 && there >= before;
}

bool is_never_caught_up_with(const service::PoolSight& sight, Duration end) {
    const service::PoolLines& then = sight.at_outage_end;
    const service::PoolLines& last = sight.at_last_arrival;
    if (!sight.drained) return true;
    if (sight.last_arrival <= end || *sight.drained <= sight.last_arrival) return false;
    if (last.held_files + last.held_archives > 0) return false;
    return does_not_shrink(last.files, last.files + last.fetching, then.files + then.fetching) ||
           does_not_shrink(last.archives, last.archives + last.uploading, then.archives + then.uploading);
}

}  // namespace

service::WatchedTime outage_to_watch(const scenario::Scenario& scenario, Pool pool,
                                     const std::vector<std::uint64_t>& busy_by_hour, Duration length) {
    const Duration begin = begin_among(hours_of(scenario, pool, busy_by_hour, length));
    return {begin, begin + length,
            pool == Pool::fetchers ? service::Resource::store : service::Resource::service};
}

AfterOutage after_outage(const service::PoolSight& sight, const service::WatchedTime& time) {
    AfterOutage outage{.time = time,
                       .most_files = sight.most_files,
                       .most_archives = sight.most_archives,
                       .staging_most = sight.staging_most};
    if (is_never_caught_up_with(sight, time.end)) return outage;
    outage.drained_after = *sight.drained - time.end;
    outage.arrivals_had_ended = sight.last_arrival > time.end && *sight.drained > sight.last_arrival;
    return outage;
}

}  // namespace firn::planner
