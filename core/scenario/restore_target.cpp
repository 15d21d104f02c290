#include "core/scenario/restore_target.hpp"

#include <utility>

namespace firn::scenario {

std::vector<RestoreTarget> restore_targets(const Scenario& scenario, const Restore& restore) {
    using Kind = RestoreTarget::Kind;
    std::vector<RestoreTarget> targets;
    if (restore.batch && restore.deadline) targets.push_back({*restore.deadline, Kind::deadline});
    const auto& target = restore.batch ? scenario.targets.restore_batch : scenario.targets.restore_file;
    if (target) targets.push_back({*target, Kind::target});
    if (targets.size() == 2 && targets[1].within < targets[0].within) std::swap(targets[0], targets[1]);
    return targets;
}

const char* to_text(RestoreTarget::Kind kind) {
    switch (kind) {
        case RestoreTarget::Kind::target:
            return "target";
        case RestoreTarget::Kind::deadline:
            return "deadline";
    }
    return "";
}

}  // namespace firn::scenario
