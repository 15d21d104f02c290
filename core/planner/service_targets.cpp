#include "core/planner/service_targets.hpp"

#include "core/planner/restore_times.hpp"
#include "core/units/counted_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>

namespace firn::planner {

namespace {

/// "\"all\" takes 9.20 days, the deadline is 7.00 days"
std::string batch_reason(const service::RestoreOutcome& restore, const scenario::RestoreTarget& target) {
    const std::string wanted =
        fmt::format("the {} is {}", to_text(target.kind), to_rough_text(target.within));
    if (restore.batch_time)
        return fmt::format("\"{}\" takes {}, {}", restore.name, to_rough_text(*restore.batch_time), wanted);
    return fmt::format("\"{}\" is not complete within the months, {}", restore.name, wanted);
}

/// "120 of 1,000 files of \"singles\" take longer than 4.00 h, the target for 99 % of them"
std::string files_reason(const service::RestoreOutcome& restore, const scenario::RestoreTarget& target) {
    return fmt::format("{} of {} files of \"{}\" take longer than {}, the {} for 99 % of them",
                       with_separators(std::to_string(restore.overdue)),
                       with_separators(std::to_string(restore.requests - restore.not_found)), restore.name,
                       to_rough_text(target.within), to_text(target.kind));
}

MissedTarget missed_by(const service::RestoreOutcome& restore, bool is_batch,
                       const scenario::RestoreTarget& target) {
    if (!is_batch) return {"restore_file", files_reason(restore, target)};
    const bool is_deadline = target.kind == scenario::RestoreTarget::Kind::deadline;
    return {is_deadline ? "deadline" : "restore_batch", batch_reason(restore, target)};
}

/// Only what is known to be missed: what the months end before is not.
void check_restores(const service::LifeResult& life, const scenario::Scenario& scenario,
                    SizeOutcome& outcome) {
    for (std::size_t i = 0; i < life.restores.size(); ++i) {
        const bool is_batch = scenario.life.restores[i].batch.has_value();
        for (const TargetOutcome& target : target_outcomes(scenario, life, i)) {
            if (target.is_met == std::optional{false})
                outcome.missed.push_back(missed_by(life.restores[i], is_batch, target.target));
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
