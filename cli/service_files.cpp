#include "cli/service_files.hpp"

#include "core/loading/open_service.hpp"

#include <utility>

namespace firn::cli {

Result<service::ServiceFiles> open_service_files(const ChosenScenario& chosen,
                                                 const scenario::Scenario& scenario) {
    auto opened = loading::open_service(scenario, chosen.folder, chosen.overrides);
    if (!opened) return opened.error();
    return std::move(opened->files);
}

}  // namespace firn::cli
