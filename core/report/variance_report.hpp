#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/variance.hpp"
#include "core/report/assumption.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// Reads a frozen budget. Error: `budget-not-readable`.
[[nodiscard]] Result<forecast::Budget> read_budget(const std::string& path, const std::string& text);

/// Reads the JSON of `firn bill`. Error: `bill-not-readable`.
[[nodiscard]] Result<std::vector<forecast::BilledMonth>> read_bill_json(const std::string& path,
                                                                        const std::string& text);

/// "inside", "below" or "above" its band; "in part" where the month is billed up to a day only.
[[nodiscard]] std::string band_place(const forecast::VarianceMonth& month);

/// What the comparison rests on: what was billed, and all on which the budget rests.
[[nodiscard]] std::vector<Assumption> variance_basis(const forecast::Variance& variance);

/// What a person should know: the difference to date with its largest part, the one-offs, months
/// outside, months without a bill, the outlook.
[[nodiscard]] std::vector<std::string> variance_sentences(const forecast::Variance& variance);

/// A row a billed month, and one to date: budget, billed, the parts of the difference, the band.
[[nodiscard]] Table variance_months(const forecast::Variance& variance);

[[nodiscard]] std::string variance_text(const forecast::Variance& variance);
[[nodiscard]] std::string variance_markdown(const forecast::Variance& variance);
[[nodiscard]] std::string variance_csv(const forecast::Variance& variance);
[[nodiscard]] std::string variance_json(const forecast::Variance& variance, const Provenance& provenance);

}  // namespace firn::report
