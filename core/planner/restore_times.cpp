#include "core/planner/restore_times.hpp"

namespace firn::planner {

namespace {

std::optional<bool> batch_meets(const scenario::Restore& asked, const service::RestoreOutcome& restore,
                                Duration target, Instant start, Duration horizon) {
    if (restore.batch_time) return *restore.batch_time <= target;
    if (restore.requests == 0) return std::nullopt;
    const Instant due = asked.at.value_or(start) + target;
    return due <= start + horizon ? std::optional{false} : std::nullopt;
}

/// One in a hundred may be late.
std::optional<bool> files_meet(const service::RestoreOutcome& restore) {
    const std::uint64_t found = restore.requests - restore.not_found;
    const std::uint64_t may_be_late = found / 100;
    if (restore.overdue > may_be_late) return false;
    if (found == 0 || restore.in_time < found - may_be_late) return std::nullopt;
    return true;
}

}  // namespace

Duration horizon_of(const service::LifeResult& life, Instant start) {
    return life.months.empty() ? Duration{} : life.months.back().month.end() - start;
}

std::vector<TargetOutcome> target_outcomes(const scenario::Scenario& scenario,
                                           const service::LifeResult& life, std::size_t restore) {
    const scenario::Restore& asked = scenario.life.restores[restore];
    const service::RestoreOutcome& outcome = life.restores[restore];
    const Duration horizon = horizon_of(life, scenario.start);
    std::vector<TargetOutcome> outcomes;
    for (const scenario::RestoreTarget& target : scenario::restore_targets(scenario, asked)) {
        outcomes.push_back({target, asked.batch
                                        ? batch_meets(asked, outcome, target.within, scenario.start, horizon)
                                        : files_meet(outcome)});
    }
    return outcomes;
}

}  // namespace firn::planner
