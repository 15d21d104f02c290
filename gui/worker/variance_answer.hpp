#pragma once

#include "core/diag/result.hpp"
#include "core/report/variance_report.hpp"

#include <memory>
#include <string>
#include <vector>

namespace firn::gui {

/// What is set against each other.
struct VarianceFiles {
    std::string budget{};               ///< what `firn forecast --freeze` kept
    std::vector<std::string> billed{};  ///< as answers::billed_months() reads it
    std::string through{};              ///< the last day that is billed, "2013-03-20"; empty: all of it
};

/// The answer of `firn variance`, to be shown.
struct VarianceAnswer {
    forecast::Variance variance;
    Diagnostics notes;  ///< on the report
    report::Provenance provenance;
};

/// Errors: those of reading the files, answers::billed_share() and forecast::variance_of().
[[nodiscard]] Result<std::shared_ptr<const VarianceAnswer>> answer_variance(const VarianceFiles& files);

}  // namespace firn::gui
