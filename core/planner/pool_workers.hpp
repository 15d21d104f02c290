#pragma once

#include "core/scenario/scenario.hpp"
#include "core/sim/worker_schedule.hpp"

#include <cstdint>
#include <optional>

namespace firn::planner {

enum class Pool { fetchers, uploaders };

/// How many workers of a pool there are in the course of a scenario: 4; 2 to 6.
struct WorkerRange {
    std::int64_t least = 0;
    std::int64_t most = 0;

    friend bool operator==(const WorkerRange&, const WorkerRange&) = default;
};

/// Whether the schedule says how many workers of the pool there are.
[[nodiscard]] bool is_scheduled(const scenario::Scenario& scenario, Pool pool);

[[nodiscard]] sim::WorkerSchedule schedule_of(const scenario::Scenario& scenario, Pool pool);

/// Those that are there at some time of the scenario's months.
[[nodiscard]] WorkerRange workers_of(const scenario::Scenario& scenario, Pool pool);

/// The scenario with so many workers in a pool at all times, at least 1.
[[nodiscard]] scenario::Scenario with_workers(scenario::Scenario scenario, Pool pool, std::int64_t workers);

/// The scenario with one worker fewer at every step of the schedule; where there is only one, it stays. None:
/// there is never more than one.
[[nodiscard]] std::optional<scenario::Scenario> with_one_fewer(scenario::Scenario scenario, Pool pool);

}  // namespace firn::planner
