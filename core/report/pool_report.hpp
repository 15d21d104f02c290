#pragma once

#include "core/planner/pool_table.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// The pool table of a scenario with what it rests on, to be shown.
struct PoolReport {
    const scenario::Scenario& scenario;
    const planner::PoolTable& table;
    std::string reading;  ///< how the workload was read, in one line
    Provenance provenance;
    std::vector<std::string> assumed{};  ///< settings that nobody stated: "months 12"
};

/// A line a figure, a column a pool.
[[nodiscard]] Table pool_figures(const PoolReport& report);

/// For a terminal: sentences on each pool, then the table.
[[nodiscard]] std::string pools_text(const PoolReport& report);
[[nodiscard]] std::string pools_markdown(const PoolReport& report);
/// A row a pool.
[[nodiscard]] std::string pools_csv(const PoolReport& report);
/// docs/commands.md: JSON of `firn simulate --pools`.
[[nodiscard]] std::string pools_json(const PoolReport& report);

}  // namespace firn::report
