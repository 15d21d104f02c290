#include "cli/service_files.hpp"

#include <utility>

namespace firn::cli {

planner::ServiceFiles files_of(loading::OpenedService opened) {
    return {std::move(opened.backfill), std::move(opened.watched), std::move(opened.requests),
            std::move(opened.deletions)};
}

Result<planner::ServiceFiles> open_service_files(const ChosenScenario& chosen,
                                                 const scenario::Scenario& scenario) {
    auto opened = loading::open_service(scenario, chosen.folder, chosen.overrides);
    if (!opened) return opened.error();
    return files_of(std::move(opened).value());
}

}  // namespace firn::cli
