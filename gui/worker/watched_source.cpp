#include "gui/worker/watched_source.hpp"

#include "core/loading/open_workload.hpp"
#include "gui/text.hpp"

#include <algorithm>
#include <utility>

namespace firn::gui {

namespace {

int percent_of(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return 0;
    const double share = static_cast<double>(part) / static_cast<double>(whole);
    return static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
}

}  // namespace

workload::FileSource until_cancelled(workload::FileSource files, const RunContext& context) {
    return [files = std::move(files), &context](workload::FileBlock& block) -> Result<bool> {
        if (context.is_cancelled()) return Diagnostics{};
        return files(block);
    };
}

RunProgress progress_of(const std::string& stage, const backup::ReplayProgress& replay,
                        const scenario::Scenario& scenario) {
    RunProgress progress{from_utf8(stage), replay.files, std::nullopt};
    if (scenario.workload.reference_w1) {
        progress.percent =
            percent_of(static_cast<std::int64_t>(replay.files), scenario.workload.reference_w1->files);
    } else {
        const Duration whole = loading::horizon_of(scenario) - scenario.start;
        progress.percent = percent_of(replay.reached.count(), whole.count());
    }
    return progress;
}

}  // namespace firn::gui
