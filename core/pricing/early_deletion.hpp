#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/usage/usage.hpp"

namespace firn::pricing {

/// The months that an archive of that age, deleted in `month`, still owes of its minimum duration; never
/// below zero.
///
///     minimum 90 days, age 45 days:   exact 1.5   months 2   exact, real month of 744 hours 1.451613
///     age 90 days and more:           0
///
/// Whole-month steps count months of 30 days whatever the month of division is.
[[nodiscard]] Rational months_owed(Duration minimum, Duration age, const usage::Rules& rules,
                                   BillingPeriod month);

/// What archives are billed for, in GB: each byte of them, and each archive beside its bytes.
struct BilledArchives {
    Rational gb_of_byte{};
    Rational gb_of_archive{};
};

/// The GB-months that archives of summed ages (Deletion::summed) owe, in exact steps; never below zero.
///
///     1 GiB after 10 days and 3 GiB after 20, minimum 90 days:   (1 x 80 + 3 x 70) / 30 = 9.666667 GB-Mo
[[nodiscard]] Rational gb_months_owed(const usage::Deletion& deletion, const BilledArchives& billed,
                                      Duration minimum, const usage::Rules& rules, BillingPeriod month);

/// What a deletion is billed for.
struct OwedByDeletion {
    Rational gb{};      ///< overhead and padding of its archives included
    Rational months{};  ///< owed of each, in the mean of summed ages; 0: the minimum is reached
};

/// What the archives of an entry owe of their class's minimum when they are deleted in `month`; `gb` are the
/// bytes of a GB.
[[nodiscard]] OwedByDeletion owed_by(const usage::Deletion& deletion, const ClassTerms& terms,
                                     const usage::Rules& rules, BillingPeriod month, Bytes gb);

}  // namespace firn::pricing
