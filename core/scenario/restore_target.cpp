#include "core/scenario/restore_target.hpp"

namespace firn::scenario {

namespace {

std::optional<RestoreTarget> stated(const std::optional<Duration>& within, RestoreTarget::Kind kind) {
    return within ? std::optional{RestoreTarget{*within, kind}} : std::nullopt;
}

}  // namespace

std::optional<RestoreTarget> restore_target(const Scenario& scenario, const Restore& restore) {
    using Kind = RestoreTarget::Kind;
    if (!restore.batch) return stated(scenario.targets.restore_file, Kind::target);
    const auto target = stated(scenario.targets.restore_batch, Kind::target);
    const auto deadline = stated(restore.deadline, Kind::deadline);
    if (!target || !deadline) return target ? target : deadline;
    return deadline->within <= target->within ? deadline : target;
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
