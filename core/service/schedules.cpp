#include "core/service/schedules.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace firn::service {

namespace {

sim::WorkerSchedule schedule_of(std::uint32_t at_first, const WorkerSchedule& schedule,
                                std::optional<std::uint32_t> WorkerChange::*pool) {
    std::vector<sim::WorkerChange> changes;
    for (const WorkerChange& change : schedule.changes) {
        if (change.*pool) changes.push_back({change.at, *(change.*pool)});
    }
    if (changes.empty()) return sim::WorkerSchedule{at_first};
    return schedule.daily ? sim::WorkerSchedule::by_hours(std::move(changes))
                          : sim::WorkerSchedule::by_dates(at_first, std::move(changes));
}

}  // namespace

sim::WorkerSchedule fetcher_schedule(std::uint32_t fetchers, const WorkerSchedule& schedule) {
    return schedule_of(fetchers, schedule, &WorkerChange::fetchers);
}

sim::WorkerSchedule uploader_schedule(std::uint32_t uploaders, const WorkerSchedule& schedule) {
    return schedule_of(uploaders, schedule, &WorkerChange::uploaders);
}

}  // namespace firn::service
