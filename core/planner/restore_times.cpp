#include "core/planner/restore_times.hpp"

#include "core/scenario/restore_target.hpp"

namespace firn::planner {

namespace {

Instant begin_of(const scenario::Scenario& scenario, const scenario::Restore& restore) {
    return restore.at.value_or(scenario.start);
}

Instant horizon_of(const scenario::Scenario& scenario, const service::LifeResult& life) {
    return life.months.empty() ? scenario.start : life.months.back().month.end();
}

std::optional<bool> batch_meets(const scenario::Scenario& scenario, const service::LifeResult& life,
                                std::size_t i, Duration target) {
    if (const auto time = batch_time(scenario, life, i)) return *time <= target;
    if (life.restores[i].requests == 0) return std::nullopt;
    const Instant due = begin_of(scenario, scenario.life.restores[i]) + target;
    return due <= horizon_of(scenario, life) ? std::optional{false} : std::nullopt;
}

/// While more than one in a hundred is open nobody knows that 99 % are in time.
std::optional<bool> files_meet(const service::RestoreOutcome& restore, Duration target) {
    if (restore.restored > 0 && restore.time.p99 > target) return false;
    const std::uint64_t found = restore.requests - restore.not_found;
    if (restore.restored == 0 || restore.open > found / 100) return std::nullopt;
    return true;
}

}  // namespace

std::optional<Duration> batch_time(const scenario::Scenario& scenario, const service::LifeResult& life,
                                   std::size_t restore) {
    const scenario::Restore& asked = scenario.life.restores[restore];
    const auto& complete = life.restores[restore].complete;
    if (!asked.batch || !complete) return std::nullopt;
    return scenario.start + *complete - begin_of(scenario, asked);
}

std::optional<bool> meets_target(const scenario::Scenario& scenario, const service::LifeResult& life,
                                 std::size_t restore) {
    const scenario::Restore& asked = scenario.life.restores[restore];
    const auto target = scenario::restore_target(scenario, asked);
    if (!target) return std::nullopt;
    if (asked.batch) return batch_meets(scenario, life, restore, target->within);
    return files_meet(life.restores[restore], target->within);
}

}  // namespace firn::planner
