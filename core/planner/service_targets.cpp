#include "core/planner/service_targets.hpp"

#include "core/scenario/restore_target.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace firn::planner {

namespace {

void check_batch(const service::RestoreOutcome& restore, Duration begin, Duration target,
                 SizeOutcome& outcome) {
    if (!restore.complete) {
        outcome.missed.push_back(
            {"restore_batch", fmt::format("\"{}\" is not complete within the months, the target is {}",
                                          restore.name, to_rough_text(target))});
    } else if (*restore.complete - begin > target) {
        outcome.missed.push_back(
            {"restore_batch", fmt::format("\"{}\" takes {}, the target is {}", restore.name,
                                          to_rough_text(*restore.complete - begin), to_rough_text(target))});
    }
}

void check_single(const service::RestoreOutcome& restore, Duration target, SizeOutcome& outcome) {
    const std::uint64_t found = restore.requests - restore.not_found;
    if (found > 0 && restore.open > found / 100) {
        outcome.missed.push_back(
            {"restore_file",
             fmt::format("{} of {} files of \"{}\" are not back when the months end, the target is {}",
                         restore.open, found, restore.name, to_rough_text(target))});
    }
    if (restore.restored == 0 || restore.time.p99 <= target) return;
    outcome.missed.push_back(
        {"restore_file", fmt::format("99 % of the files of \"{}\" are back within {}, the target is {}",
                                     restore.name, to_rough_text(restore.time.p99), to_rough_text(target))});
}

void check_restores(const service::LifeResult& life, const scenario::Scenario& scenario,
                    SizeOutcome& outcome) {
    for (std::size_t i = 0; i < life.restores.size(); ++i) {
        const scenario::Restore& asked = scenario.life.restores[i];
        const auto target = scenario::restore_target(scenario, asked);
        if (!target) continue;
        if (asked.batch) {
            const Duration begin = asked.at ? *asked.at - scenario.start : Duration{0};
            check_batch(life.restores[i], begin, *target, outcome);
        } else {
            check_single(life.restores[i], *target, outcome);
        }
    }
}

}  // namespace

void add_missed_targets(const service::ServiceOutcome& service, const scenario::Scenario& scenario,
                        SizeOutcome& outcome) {
    const auto& age = scenario.targets.unprotected_age;
    if (age && service.pipeline.oldest_unprotected > *age) {
        outcome.missed.push_back(
            {"unprotected_age",
             fmt::format("a file waits for {} until it is stored, the target is {}",
                         to_rough_text(service.pipeline.oldest_unprotected), to_rough_text(*age))});
    }
    check_restores(service.life, scenario, outcome);
}

}  // namespace firn::planner
