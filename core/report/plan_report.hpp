#pragma once

#include "core/planner/plan.hpp"
#include "core/planner/robustness.hpp"
#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// A plan with what it rests on, to be shown.
struct PlanReport {
    const scenario::Scenario& scenario;
    const planner::Plan& plan;
    std::string reading;  ///< how the workload was read, in one line
    Provenance provenance;
    std::vector<std::string> assumed{};  ///< settings that nobody stated: "months 12"
    bool all_sizes = false;  ///< the terminal's table shows every size of the grid, not only each doubling
    bool risk = false;       ///< the terminal and Markdown have the risk sheet of the sizes, too
    const planner::Robustness* robustness = nullptr;  ///< shown where it was asked for
};

/// For a terminal: the answer as sentences, the sizes, the months of the recommended one, the assumptions.
[[nodiscard]] std::string plan_text(const PlanReport& report);
/// The same as Markdown, with every size.
[[nodiscard]] std::string plan_markdown(const PlanReport& report);
/// A row a size; money exact, bytes and microseconds as integers.
[[nodiscard]] std::string plan_csv(const PlanReport& report);
/// The whole plan (docs/commands.md: JSON of `firn plan`).
[[nodiscard]] std::string plan_json(const PlanReport& report);

}  // namespace firn::report
