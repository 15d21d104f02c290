#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/money.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace firn::planner {

/// Why a value is believed on which a cost rests; the strongest reason first.
enum class CostGrade {
    measured,     ///< counted: in a trace, a listing, monthly totals
    sourced,      ///< a price from the vendor's documents
    stated,       ///< the scenario's own: a price that it changes, a line that it adds
    assumed,      ///< of a model, or of what the scenario supposes about restores, audits and deletions
    unconfirmed,  ///< a price that the book doubts, or one held beyond the day of its check
};
inline constexpr std::array kCostGrades{CostGrade::measured, CostGrade::sourced, CostGrade::stated,
                                        CostGrade::assumed, CostGrade::unconfirmed};

/// "measured", "sourced", "stated", "assumed", "unconfirmed"
[[nodiscard]] std::string_view to_text(CostGrade grade);

/// A total by grade: the amounts add up to it exactly.
struct GradedCost {
    std::array<Money, kCostGrades.size()> amounts{};

    [[nodiscard]] const Money& of(CostGrade grade) const {
        return amounts.at(static_cast<std::size_t>(grade));
    }
    [[nodiscard]] Money& of(CostGrade grade) { return amounts.at(static_cast<std::size_t>(grade)); }
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
[[nodiscard]] CostGrade grade_of_files(const scenario::Scenario& scenario);

/// Of a scenario's bill, with the price book that priced it (docs/bundle-size.md).
[[nodiscard]] CostGrades grades_of(const pricing::Bill& bill, const scenario::Scenario& scenario,
                                   const pricing::PriceBook& book);

}  // namespace firn::planner
