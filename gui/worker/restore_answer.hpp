#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/report/restore_report.hpp"
#include "core/restore/plan.hpp"
#include "core/restore/wish.hpp"
#include "gui/worker/question.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firn::gui {

/// What lies in a scenario's vault when its months are over, as a wish to have it back.
struct RestoreBasis {
    pricing::PriceBook book{};
    restore::Wish wish{};  ///< without deadline and budget
    std::vector<report::Assumption> assumptions{};
    std::string scenario{};
    report::Provenance provenance{};
    Diagnostics notes{};  ///< of the run that stored it
};

/// What a person wants of the restore.
struct RestoreTerms {
    std::optional<Duration> within{};
    std::optional<Money> budget{};
    bool stay_in_region = false;

    friend bool operator==(const RestoreTerms&, const RestoreTerms&) = default;
};

/// The answer of `firn restore`, to be shown.
struct RestoreAnswer {
    std::shared_ptr<const RestoreBasis> basis;  ///< whose price book the plan refers to
    restore::Wish wish{};
    restore::RestorePlan plan;
    /// Why nothing can be had on these terms; then the plan is the one without deadline and budget.
    Diagnostics refusal{};
    std::vector<std::string> sentences{};
    std::vector<std::string> assumptions{};

    [[nodiscard]] report::RestoreReport report() const {
        return {wish, plan, basis->provenance, basis->scenario, basis->assumptions};
    }
};

/// Runs a scenario once, to see what lies there. Errors: those of answer_run(), and `restore-empty`.
[[nodiscard]] Result<std::shared_ptr<const RestoreBasis>> restore_basis_of(const Question& question,
                                                                           RunContext& context);

/// Plans, until the context is cancelled. Errors: those of restore::plan_restore() but
/// `restore-deadline-unmet` and `restore-budget-unmet`.
[[nodiscard]] Result<std::shared_ptr<const RestoreAnswer>> answer_restore(
    std::shared_ptr<const RestoreBasis> basis, const RestoreTerms& terms, const RunContext& context);

}  // namespace firn::gui
