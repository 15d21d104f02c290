#pragma once

#include "core/diag/result.hpp"
#include "core/planner/pool_table.hpp"
#include "core/report/pool_report.hpp"
#include "core/units/time.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <string>

namespace firn::gui {

/// The answer of `firn simulate --pools`, to be shown.
struct PoolAnswer {
    scenario::Scenario scenario;  ///< with the archives of its trace, if there are any
    planner::PoolTable table;
    std::string reading;
    report::Provenance provenance;

    [[nodiscard]] report::PoolReport report() const { return {scenario, table, reading, provenance}; }
};

/// Runs the scenario as often as its pool table asks for, with an outage of this length. Errors: those of
/// answer_run().
[[nodiscard]] Result<std::shared_ptr<const PoolAnswer>> answer_pools(const Question& question,
                                                                     Duration outage, RunContext& context);

}  // namespace firn::gui
