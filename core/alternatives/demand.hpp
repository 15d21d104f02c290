#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/rational.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::alternatives {

/// What one month asks of every alternative alike. Bytes and counts are expected values: fractions.
struct MonthDemand {
    BillingPeriod month;
    Rational average{};   ///< bytes stored, the mean over the month
    Rational end{};       ///< bytes stored at its end
    Rational added{};     ///< bytes that came; those of a stock in the first month
    Rational archives{};  ///< stored at its end
    Rational archives_added{};
    Rational restored{};  ///< bytes read back and sent to where they came from
    Rational restores{};  ///< how many requests for them; everything that is asked for at once is one
    Rational restored_archives{};
    Rational audited{};  ///< bytes read and checked where they lie
    Rational audited_archives{};
};

/// The same stock, growth, restores and audits for all.
struct Demand {
    std::vector<MonthDemand> months{};
    std::optional<Rational> largest_file{};  ///< bytes; absent: not known
    /// What a simulation metered, for the price book and class that it ran with, a period a month.
    std::optional<usage::Usage> metered{};
    SourceLocation where{};  ///< of what a file states
};

/// A stock that grows, without any simulation.
struct PlainDemand {
    BillingPeriod start;
    int months = 12;
    Rational stock{};                   ///< bytes that lie there before the first month
    Rational added{};                   ///< bytes in the first month
    Rational growth{};                  ///< of `added`, a year: 0.1 for ten per cent
    Rational archive_size{25'000'000};  ///< bytes
    Rational restored{};                ///< bytes a month
    Rational restores{};                ///< requests a month
    Rational audited{};                 ///< share of what is stored, a month
    std::optional<Rational> largest_file{};
    SourceLocation where{};
};

/// Month by month: what came lies there for half of its first month on average.
[[nodiscard]] Demand demand_of(const PlainDemand& plain);

/// From what a simulation metered. A month's end is taken as the mean of its average and the next month's;
/// what is retrieved counts as restored up to what is transferred out, the rest as audited. Each period is a
/// month, also one in which nothing is left; copies of what was retrieved may lie on after the last.
/// `restores`: in all months, spread over them as the restored archives are; absent: as many as archives.
[[nodiscard]] Demand demand_of(const usage::Usage& usage,
                               const std::optional<Rational>& restores = std::nullopt);

/// Of a run that is still to come: its months, `months` from `first` on, and the settings of its bills. What
/// will be kept in the storage class is not known, and nothing.
[[nodiscard]] Demand demand_ahead(usage::Usage settings, const std::string& storage_class,
                                  BillingPeriod first, std::int64_t months);

}  // namespace firn::alternatives
