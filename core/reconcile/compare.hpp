#pragma once

#include "core/diag/result.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/reconcile/comparison.hpp"
#include "core/statement/statement.hpp"

#include <vector>

namespace firn::reconcile {

struct CompareOptions {
    std::vector<BillingPeriod> months{};  ///< empty: all of the bill's
    Tolerance tolerance{};
};

/// The rounding in which a bill is comparable with the statement: that of an invoice when costs are printed
/// in cents, otherwise that of a report.
[[nodiscard]] pricing::Rounding rounding_of(const statement::Statement& statement);

/// The bill (what the model says) against the statement (what the vendor says), line by line of month, usage
/// type and operation. Errors: `currency-differs`, `month-missing` (the statement names no month and the bill
/// has several), `months-differ` (no month is in both).
[[nodiscard]] Result<Comparison> compare(const pricing::Bill& bill, const statement::Statement& statement,
                                         const pricing::PriceBook& book, const CompareOptions& options = {});

}  // namespace firn::reconcile
