#pragma once

#include "core/reconcile/comparison.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"

#include <string>

namespace firn::report {

/// How a comparison of expected and billed is shown.
struct ReconciliationReport {
    const reconcile::Comparison& comparison;
    Provenance provenance;
};

/// A row each line, also those that agree, in the comparison's order.
[[nodiscard]] Table compared_lines(const reconcile::Comparison& comparison);

/// A sentence, the table of what differs, and what was left out; as text for a terminal, or Markdown.
[[nodiscard]] std::string reconciliation_text(const ReconciliationReport& report);
[[nodiscard]] std::string reconciliation_markdown(const ReconciliationReport& report);

/// All lines, also those that agree: exact decimals.
[[nodiscard]] std::string reconciliation_csv(const ReconciliationReport& report);
[[nodiscard]] std::string reconciliation_json(const ReconciliationReport& report);

}  // namespace firn::report
