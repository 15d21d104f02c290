#include "core/planner/pool_workers.hpp"

#include "core/planner/place_of.hpp"
#include "core/planner/pool_runs.hpp"
#include "core/service/schedules.hpp"

#include <algorithm>

namespace firn::planner {

namespace {

std::int64_t& workers_in(scenario::Pipeline& pipeline, Pool pool) {
    return pool == Pool::fetchers ? pipeline.fetchers : pipeline.uploaders;
}

std::optional<std::int64_t>& workers_in(scenario::WorkerChange& change, Pool pool) {
    return pool == Pool::fetchers ? change.fetchers : change.uploaders;
}

/// One at least stays where any are.
std::int64_t one_fewer(std::int64_t workers) { return workers > 1 ? workers - 1 : workers; }

}  // namespace

bool is_scheduled(const scenario::Scenario& scenario, Pool pool) {
    const auto& schedule = scenario.place.schedule;
    return std::any_of(schedule.begin(), schedule.end(), [pool](const scenario::WorkerChange& change) {
        return pool == Pool::fetchers ? change.fetchers.has_value() : change.uploaders.has_value();
    });
}

sim::WorkerSchedule schedule_of(const scenario::Scenario& scenario, Pool pool) {
    const service::WorkerSchedule changes = place_of(scenario).schedule;
    return pool == Pool::fetchers
               ? service::fetcher_schedule(static_cast<std::uint32_t>(scenario.pipeline.fetchers), changes)
               : service::uploader_schedule(static_cast<std::uint32_t>(scenario.pipeline.uploaders), changes);
}

WorkerRange workers_of(const scenario::Scenario& scenario, Pool pool) {
    const sim::WorkerSchedule schedule = schedule_of(scenario, pool);
    const Duration end = year_ends_of(scenario).back();
    WorkerRange range{schedule.at(Duration{0}), schedule.at(Duration{0})};
    for (Duration t = schedule.next_change(Duration{0}); t < end; t = schedule.next_change(t)) {
        range.least = std::min<std::int64_t>(range.least, schedule.at(t));
        range.most = std::max<std::int64_t>(range.most, schedule.at(t));
    }
    return range;
}

scenario::Scenario with_workers(scenario::Scenario scenario, Pool pool, std::int64_t workers) {
    workers_in(scenario.pipeline, pool) = workers;
    for (scenario::WorkerChange& change : scenario.place.schedule)
        workers_in(change, pool).reset();
    std::erase_if(scenario.place.schedule,
                  [](const scenario::WorkerChange& change) { return !change.fetchers && !change.uploaders; });
    return scenario;
}

std::optional<scenario::Scenario> with_one_fewer(scenario::Scenario scenario, Pool pool) {
    if (workers_of(scenario, pool).most <= 1) return std::nullopt;
    std::int64_t& workers = workers_in(scenario.pipeline, pool);
    workers = one_fewer(workers);
    for (scenario::WorkerChange& change : scenario.place.schedule) {
        if (auto& scheduled = workers_in(change, pool)) scheduled = one_fewer(*scheduled);
    }
    return scenario;
}

}  // namespace firn::planner
