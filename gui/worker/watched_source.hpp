#pragma once

#include "core/backup/replay.hpp"
#include "core/scenario/scenario.hpp"
#include "core/workload/file_source.hpp"
#include "gui/worker/run_worker.hpp"

#include <string>

namespace firn::gui {

/// The same files, until the context is cancelled: then an error without diagnostics, at which every run
/// ends.
[[nodiscard]] workload::FileSource until_cancelled(workload::FileSource files, const RunContext& context);

/// How far a run of a scenario is, for a person.
[[nodiscard]] RunProgress progress_of(const std::string& stage, const backup::ReplayProgress& replay,
                                      const scenario::Scenario& scenario);

}  // namespace firn::gui
