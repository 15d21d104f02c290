#include "core/scenario/restore_target.hpp"

#include <algorithm>

namespace firn::scenario {

std::optional<Duration> restore_target(const Scenario& scenario, const Restore& restore) {
    if (!restore.batch) return scenario.targets.restore_file;
    const auto& target = scenario.targets.restore_batch;
    if (!restore.deadline) return target;
    return target ? std::min(*target, *restore.deadline) : restore.deadline;
}

}  // namespace firn::scenario
