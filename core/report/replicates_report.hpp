#pragma once

#include "core/planner/replicates.hpp"
#include "core/pricing/bill.hpp"
#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// Many runs of a scenario with what they rest on, to be shown.
struct ReplicatesReport {
    const scenario::Scenario& scenario;
    const planner::Replicates& replicates;
    const pricing::Bill& bill;  ///< of run 0: its currency, its rounding and what is noted about its prices
    std::string reading;        ///< how the workload of run 0 was read, in one line
    Provenance provenance;
    std::vector<std::string> assumed{};  ///< settings that nobody stated: "months 12"
};

/// For a terminal: the answer as sentences, then the spread of each figure but what is zero in all runs,
/// months, hours of the day and grades.
[[nodiscard]] std::string replicates_text(const ReplicatesReport& report);
[[nodiscard]] std::string replicates_markdown(const ReplicatesReport& report);
/// A row a figure.
[[nodiscard]] std::string replicates_csv(const ReplicatesReport& report);
/// docs/commands.md: JSON of `firn simulate --replicates`.
[[nodiscard]] std::string replicates_json(const ReplicatesReport& report);

}  // namespace firn::report
