#pragma once

#include "core/report/provenance.hpp"
#include "core/workload/trace_summary.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace firn::report {

/// What a person wants to know of a trace first, to be shown.
struct TraceReport {
    std::string name;    ///< of the file
    std::string format;  ///< as recognised: "csv"
    const workload::TraceSummary& summary;
    Provenance provenance;
    std::string reading{};  ///< "arrivals", "stock" or "archives"
    bool has_times = true;
    /// What was left out or guessed, and how often: "folders", 12.
    std::vector<std::pair<std::string, std::int64_t>> remarks{};
};

/// For a terminal: a sentence, the figures, the months.
[[nodiscard]] std::string trace_text(const TraceReport& report);
[[nodiscard]] std::string trace_markdown(const TraceReport& report);
/// A row a month: month,items,bytes (a table of monthly totals that Firn reads).
[[nodiscard]] std::string trace_csv(const TraceReport& report);
[[nodiscard]] std::string trace_json(const TraceReport& report);

}  // namespace firn::report
