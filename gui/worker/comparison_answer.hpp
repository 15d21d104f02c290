#pragma once

#include "core/alternatives/comparison.hpp"
#include "core/alternatives/demand.hpp"
#include "core/alternatives/variation.hpp"
#include "core/diag/result.hpp"
#include "core/report/compare_report.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firn::gui {

/// What is compared before anybody varies it: the alternatives, and the demand that all of them meet.
struct ComparisonBasis {
    alternatives::Comparison comparison{};
    alternatives::Demand demand{};
    std::optional<alternatives::PlainDemand> stated{};  ///< the demand as its file states it
    report::Provenance provenance{};
    std::string name{};
    std::string file{};                ///< of the alternatives; empty: the usual ones
    std::vector<std::string> notes{};  ///< what holds for the demand
    Diagnostics run_notes{};           ///< of the run that metered it
};

/// The answer of `firn compare`, to be shown.
struct ComparisonAnswer {
    std::shared_ptr<const ComparisonBasis> basis;
    alternatives::Variation variation{};
    alternatives::Results results{};
    std::vector<std::string>
        sentences{};  ///< first the answer, then what is to be decided, then what turns it
    std::vector<std::string> assumptions{};
    Diagnostics notes{};

    [[nodiscard]] report::CompareReport report() const {
        return {results, basis->provenance, basis->name, basis->notes};
    }
};

/// `alternatives.yaml` in the folder, where there is one; else "".
[[nodiscard]] std::string alternatives_beside(const std::string& folder);

/// Runs a scenario once for its demand; `file` of alternatives, "" for the usual ones. Errors: those of
/// answer_run() and of the file.
[[nodiscard]] Result<std::shared_ptr<const ComparisonBasis>> basis_of(const Question& question,
                                                                      const std::string& file,
                                                                      RunContext& context);

/// A file that states its own demand. Errors: those of reading it.
[[nodiscard]] Result<std::shared_ptr<const ComparisonBasis>> basis_of_file(const std::string& file);

/// Compares once more, with the variation. Without `seeks_flips` it is quick, and what would turn the answer
/// is not said. Errors: those of alternatives::compare(); none at all where the context is cancelled.
[[nodiscard]] Result<std::shared_ptr<const ComparisonAnswer>> answer_comparison(
    std::shared_ptr<const ComparisonBasis> basis, const alternatives::Variation& variation, bool seeks_flips,
    const RunContext& context);

}  // namespace firn::gui
