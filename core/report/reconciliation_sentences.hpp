#pragma once

#include "core/reconcile/comparison.hpp"

#include <string>
#include <vector>

namespace firn::report {

/// How far expected and billed are apart, and which cause carries most of it.
[[nodiscard]] std::string reconciliation_sentence(const reconcile::Comparison& comparison);

/// What a reader must know besides: what was left out, months that are not closed, invoices that were issued
/// anew, what the statement lacks.
[[nodiscard]] std::vector<std::string> reconciliation_notes(const reconcile::Comparison& comparison);

/// With how many decimals amounts are shown: two, or four where both totals are below ten or where two would
/// not add up (171.45 less 156.71 is 14.75).
[[nodiscard]] unsigned shown_places(const reconcile::Comparison& comparison);

/// An amount for people, with so many decimals.
[[nodiscard]] std::string amount_text(const Money& amount, const reconcile::Comparison& comparison);

/// What the totals differ by as they are shown, so that they add up.
[[nodiscard]] Money shown_difference(const reconcile::Comparison& comparison);

/// The line's difference, or what is in question of it, is not zero as such amounts show it.
[[nodiscard]] bool is_shown(const reconcile::ComparedLine& line, const reconcile::Comparison& comparison);

}  // namespace firn::report
