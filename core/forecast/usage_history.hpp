#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/monthly_usage.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"
#include "core/usage/usage.hpp"
#include "core/workload/monthly_totals.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::forecast {

// A history of bills, by way of the usage that they state. Bills know archives, not the files in them, and
// what lay there on average, not what arrived: docs/forecast.md says with worked numbers how the one is made
// of the other.

/// A month as its usage shows it.
struct UsedMonth {
    usage::Period usage;                   ///< all entries of the month
    Rational sent{};                       ///< archives, by their uploads or the requests that store them
    std::optional<Rational> sent_bytes{};  ///< where the usage states uploads
    std::optional<Rational> stored{};      ///< mean bytes that lay there
    std::optional<Rational> archives{};    ///< mean number of archives that lay there
};

struct UsageHistory {
    std::string storage_class{};
    std::vector<UsedMonth> used{};     ///< ascending, a month once
    workload::MonthlyTotals months{};  ///< archives that were sent in each of them, and their bytes
    bool counts_archives = false;      ///< the usage tells how many archives lie there
    bool tells_sent = false;           ///< the usage tells how many were sent
    Diagnostics warnings{};            ///< `stored-bytes-fell`, `uploads-not-seen`
};

/// What was sent month by month. `storage_class`: of which class; empty: of that with the most bytes.
/// Errors: `class-unknown` (the book has no such class), `usage-without-storage`, `usage-too-large`
/// (faults_of_size()).
[[nodiscard]] Result<UsageHistory> history_of_usage(const usage::Usage& usage, const pricing::PriceBook& book,
                                                    std::string storage_class = {});

/// Lets a plan go on from this history at its month StoragePlan::first: what lies there then, and what goes
/// along as in the twelve months before.
void go_on(const UsageHistory& history, const pricing::PriceBook& book, StoragePlan& plan);

}  // namespace firn::forecast
