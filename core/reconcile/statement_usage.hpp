#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/price_book.hpp"
#include "core/statement/statement.hpp"
#include "core/usage/usage.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace firn::reconcile {

/// A usage made of a statement, and what a reader of it should know.
struct StatementUsage {
    usage::Usage usage;
    Diagnostics notes;
};

/// The usage that a statement bills, such that pricing it again gives the statement's quantities: storage as
/// byte-hours of the month, archives from the overhead that is billed for them, requests by kind, retrievals
/// by tier, copies, staging and transfer out as bytes that lay there all month, and what else is billed as
/// metered quantities. Numbers that the printed decimals cannot tell from whole ones become whole.
///
/// Errors: `statement-without-quantities`, `statement-without-usage-types` (costs alone are no usage),
/// `month-missing`, `usage-types-unknown` (nothing is of the book), `usage-too-large` (a count). Notes:
/// `statement-left-out`, `usage-type-left-out`, `adjustments-left-out`, `archives-within-storage`,
/// `archives-contradict`, `free-amount-added`, `month-not-closed`.
[[nodiscard]] Result<StatementUsage> usage_of(const statement::Statement& statement,
                                              const pricing::PriceBook& book,
                                              std::optional<BillingPeriod> month_of_list = {});

/// Which of the books (there is at least one) bills most of the statement's usage types, by their number.
/// Error: `usage-types-unknown`.
[[nodiscard]] Result<std::size_t> best_book(const statement::Statement& statement,
                                            const std::vector<pricing::PriceBook>& books);

}  // namespace firn::reconcile
