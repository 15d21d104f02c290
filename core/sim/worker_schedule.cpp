#include "core/sim/worker_schedule.hpp"

#include <algorithm>
#include <utility>

namespace firn::sim {

namespace {

constexpr Duration kDay = std::chrono::hours{24};

auto first_after(const std::vector<WorkerChange>& changes, Duration t) {
    return std::upper_bound(changes.begin(), changes.end(), t,
                            [](Duration time, const WorkerChange& change) { return time < change.at; });
}

}  // namespace

WorkerSchedule::WorkerSchedule(std::uint32_t workers) : WorkerSchedule{workers, {}, false} {}

WorkerSchedule WorkerSchedule::by_dates(std::uint32_t at_first, std::vector<WorkerChange> changes) {
    return {at_first, std::move(changes), false};
}

WorkerSchedule WorkerSchedule::by_hours(std::vector<WorkerChange> changes) {
    const std::uint32_t last = changes.back().workers;
    return {last, std::move(changes), true};
}

WorkerSchedule::WorkerSchedule(std::uint32_t at_first, std::vector<WorkerChange> changes, bool daily)
    : at_first_{at_first}, daily_{daily} {
    std::uint32_t workers = at_first;
    for (const WorkerChange& change : changes) {
        if (change.workers != workers) changes_.push_back(change);
        workers = change.workers;
    }
}

std::uint32_t WorkerSchedule::at(Duration t) const {
    const auto next = first_after(changes_, daily_ ? t % kDay : t);
    return next == changes_.begin() ? at_first_ : (next - 1)->workers;
}

Duration WorkerSchedule::next_change(Duration t) const {
    if (changes_.empty()) return Duration::max();
    return daily_ ? next_hour(t) : next_date(t);
}

Duration WorkerSchedule::next_date(Duration t) const {
    const auto next = first_after(changes_, t);
    return next == changes_.end() ? Duration::max() : next->at;
}

Duration WorkerSchedule::next_hour(Duration t) const {
    const Duration midnight = t / kDay * kDay;
    const auto next = first_after(changes_, t - midnight);
    return next == changes_.end() ? midnight + kDay + changes_.front().at : midnight + next->at;
}

}  // namespace firn::sim
