#pragma once

#include "core/planner/move_plan.hpp"
#include "core/planner/move_stock.hpp"
#include "core/report/assumption.hpp"
#include "core/report/provenance.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// The ways of moving a stock, to be shown.
struct MoveReport {
    const planner::MoveStock& stock;
    const planner::MoveWish& wish;
    const planner::MovePlan& plan;
    std::string currency;
    std::string region;
    Provenance provenance;
    std::vector<Assumption> assumptions{};  ///< those of the model are added
};

/// For a terminal: what to do as sentences, the ways, the chosen one's charges, warnings, assumptions.
[[nodiscard]] std::string move_text(const MoveReport& report);
[[nodiscard]] std::string move_markdown(const MoveReport& report);
/// A row a way.
[[nodiscard]] std::string move_csv(const MoveReport& report);
/// The whole answer (docs/commands.md: JSON of `firn move`).
[[nodiscard]] std::string move_json(const MoveReport& report);

}  // namespace firn::report
