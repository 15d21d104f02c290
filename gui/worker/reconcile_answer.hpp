#pragma once

#include "core/diag/result.hpp"
#include "core/reconcile/comparison.hpp"
#include "core/report/reconciliation_report.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <string>
#include <vector>

namespace firn::gui {

/// What is set against each other.
struct ReconcileFiles {
    std::vector<std::string>
        billed{};            ///< what the vendor reports; several, and those of a folder, are parts of one
    std::string expected{};  ///< a usage file; empty: the scenario
    std::string bucket{};    ///< only this bucket or vault; empty: all
    std::string month{};     ///< only this month, "2026-07"; empty: all
};

/// The answer of `firn reconcile`, to be shown.
struct ReconcileAnswer {
    reconcile::Comparison comparison;
    report::Provenance provenance;
    Diagnostics notes;  ///< on the run and the report

    [[nodiscard]] report::ReconciliationReport report() const { return {comparison, provenance}; }
};

/// Bills the scenario, or prices the usage file, and compares it with the report. Errors: those of
/// answer_run() or of reading and pricing a usage file, `month-malformed`, of io::read_statement() and
/// reconcile::compare().
[[nodiscard]] Result<std::shared_ptr<const ReconcileAnswer>> answer_reconcile(const Question& question,
                                                                              const ReconcileFiles& files,
                                                                              RunContext& context);

}  // namespace firn::gui
