#pragma once

#include "core/planner/transfer_fit.hpp"
#include "core/report/provenance.hpp"
#include "core/workload/worker_log.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// What a stage's workers need, by their log.
struct StageFit {
    workload::Stage stage = workload::Stage::fetch;
    planner::TransferFit fit;
};

/// The fits of a log, to be shown.
struct WorkersReport {
    std::string name;  ///< of the log
    std::vector<StageFit> stages;
    Provenance provenance;
};

/// For a terminal: a sentence a stage, the figures, the outliers, the lines for the scenario.
[[nodiscard]] std::string workers_text(const WorkersReport& report);
[[nodiscard]] std::string workers_markdown(const WorkersReport& report);
/// A row a stage; bytes and microseconds as integers.
[[nodiscard]] std::string workers_csv(const WorkersReport& report);
[[nodiscard]] std::string workers_json(const WorkersReport& report);
/// The section `pipeline` of a scenario, with the origin of each number as a comment.
[[nodiscard]] std::string workers_yaml(const WorkersReport& report);

}  // namespace firn::report
