#pragma once

#include "core/planner/growth_fit.hpp"
#include "core/report/provenance.hpp"
#include "core/workload/trace_profile.hpp"

#include <string>

namespace firn::report {

/// A growth model fitted to a trace, and what it draws beside what the trace holds.
struct GrowthFitReport {
    std::string name;    ///< of the file
    std::string format;  ///< as recognised: "csv"
    const planner::GrowthFit& fit;
    const workload::TraceProfile& trace;
    const workload::TraceProfile& model;
    Provenance provenance;
};

/// For a terminal: a sentence, the settings, how well they fit, sizes and months.
[[nodiscard]] std::string growth_fit_text(const GrowthFitReport& report);
[[nodiscard]] std::string growth_fit_markdown(const GrowthFitReport& report);
/// A row a setting.
[[nodiscard]] std::string growth_fit_csv(const GrowthFitReport& report);
[[nodiscard]] std::string growth_fit_json(const GrowthFitReport& report);

/// Comment lines for the scenario: from what the model was estimated, and what is assumed.
[[nodiscard]] std::string growth_fit_heading(const GrowthFitReport& report);

}  // namespace firn::report
