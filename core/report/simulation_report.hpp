#pragma once

#include "core/planner/simulation.hpp"
#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// A run with what it rests on, to be shown.
struct SimulationReport {
    const scenario::Scenario& scenario;
    const planner::Simulation& simulation;
    std::string reading;  ///< how the workload was read, in one line
    Provenance provenance;
    std::vector<std::string> assumed{};  ///< settings that nobody stated: "months 12"
    std::string backfill{};              ///< how it was read, in one line; empty: there is none
};

/// For a terminal: the answer as sentences, what the pipeline did, the months with their cost.
[[nodiscard]] std::string simulation_text(const SimulationReport& report);
[[nodiscard]] std::string simulation_markdown(const SimulationReport& report);
/// A row a month: what was stored, sent and billed.
[[nodiscard]] std::string simulation_csv(const SimulationReport& report);
/// The whole run (docs/commands.md: JSON of `firn simulate`).
[[nodiscard]] std::string simulation_json(const SimulationReport& report);

}  // namespace firn::report
