#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/grade.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/money.hpp"

#include <array>
#include <cstddef>

namespace firn::planner {

/// A total by grade: the amounts add up to it exactly.
struct GradedCost {
    std::array<Money, pricing::kGrades.size()> amounts{};

    [[nodiscard]] const Money& of(pricing::Grade grade) const {
        return amounts.at(static_cast<std::size_t>(grade));
    }
    [[nodiscard]] Money& of(pricing::Grade grade) { return amounts.at(static_cast<std::size_t>(grade)); }
    [[nodiscard]] Money total() const;
};

/// A bill's total, three times: by how its quantities are known, by how its prices are, and by the weaker of
/// both. Each line of the bill counts whole.
struct CostGrades {
    GradedCost quantities{};
    GradedCost prices{};
    GradedCost weaker{};
};

/// How surely the files are known: `measured`, a count of the past, or `assumed`, a model. Deletions are
/// supposed, and so is a backfill of which only numbers are known.
[[nodiscard]] pricing::Grade grade_of_files(const scenario::Scenario& scenario);

/// Of a scenario's bill, with the price book that priced it (docs/bundle-size.md).
[[nodiscard]] CostGrades grades_of(const pricing::Bill& bill, const scenario::Scenario& scenario,
                                   const pricing::PriceBook& book);

}  // namespace firn::planner
