#include "core/planner/service_targets.hpp"

#include "core/planner/restore_times.hpp"
#include "core/scenario/restore_target.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>

namespace firn::planner {

namespace {

/// Why a batch is missed: "\"all\" takes 9.20 days, the deadline is 7 days".
std::string batch_reason(const service::RestoreOutcome& restore, const std::optional<Duration>& time,
                         const scenario::RestoreTarget& target) {
    const std::string wanted =
        fmt::format("the {} is {}", to_text(target.kind), to_rough_text(target.within));
    if (time) return fmt::format("\"{}\" takes {}, {}", restore.name, to_rough_text(*time), wanted);
    return fmt::format("\"{}\" is not complete within the months, {}", restore.name, wanted);
}

std::string files_reason(const service::RestoreOutcome& restore, const scenario::RestoreTarget& target) {
    return fmt::format("99 % of the files of \"{}\" are back within {}, the {} is {}", restore.name,
                       to_rough_text(restore.time.p99), to_text(target.kind), to_rough_text(target.within));
}

MissedTarget missed_by(const service::LifeResult& life, const scenario::Scenario& scenario, std::size_t i,
                       const scenario::RestoreTarget& target) {
    const service::RestoreOutcome& restore = life.restores[i];
    if (!scenario.life.restores[i].batch) return {"restore_file", files_reason(restore, target)};
    const bool is_deadline = target.kind == scenario::RestoreTarget::Kind::deadline;
    return {is_deadline ? "deadline" : "restore_batch",
            batch_reason(restore, batch_time(scenario, life, i), target)};
}

/// Only what is known to be missed: what the months end before is not.
void check_restores(const service::LifeResult& life, const scenario::Scenario& scenario,
                    SizeOutcome& outcome) {
    for (std::size_t i = 0; i < life.restores.size(); ++i) {
        const auto target = scenario::restore_target(scenario, scenario.life.restores[i]);
        if (target && meets_target(scenario, life, i) == std::optional{false})
            outcome.missed.push_back(missed_by(life, scenario, i, *target));
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
