#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/bridge.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"

#include <optional>
#include <string>
#include <vector>

/// A budget beside what was billed (docs/forecast.md, "Variance").
namespace firn::forecast {

/// The band of what is spent until a month, from the sums of the draws.
struct SumBand {
    Money p10{};
    Money p50{};
    Money p90{};
};

/// A month of a budget: its band and the lines of its central bill, whose total is the budget.
struct BudgetMonth {
    BillingPeriod month;
    Money p10{};
    Money p50{};
    Money p90{};
    Money mean{};
    std::vector<BridgeLine> lines{};
    std::optional<SumBand> so_far{};  ///< absent: the file does not have it
};

/// Something on which a budget rests, as the forecast said it.
struct BudgetBasis {
    std::string what{};
    std::string grade{};  ///< "measured", "assumed", ...
    std::string source{};
};

/// What `firn forecast --freeze` kept.
struct Budget {
    std::string name{};
    std::string currency{};
    std::string price_book{};
    std::string region{};
    std::vector<BudgetMonth> months{};
    std::vector<BudgetBasis> basis{};  ///< empty: the file does not have it
};

/// A month as it was billed.
struct BilledMonth {
    BillingPeriod month;
    std::vector<BridgeLine> lines{};
    std::string currency{};  ///< "USD"; empty: not stated
};

/// A month of the budget that was billed.
struct VarianceMonth {
    BudgetMonth budget;
    Money planned{};  ///< the budget: total of the central bill
    Money actual{};
    bool is_inside = false;  ///< from P10 to P90; of a month billed in part, from that part of them
    bool is_open = false;    ///< billed up to a day only: nothing is said of its band
    Bridge bridge{};
};

/// A charge that the budget of its month does not have.
struct OneOff {
    BillingPeriod month;
    BridgeLine line{};
};

struct Variance {
    Budget budget;
    std::vector<VarianceMonth> months{};
    std::vector<BillingPeriod> not_billed{};  ///< months of the budget before the last billed one
    std::vector<OneOff> one_offs{};           ///< the dearest first
    Money planned{};                          ///< year to date
    Money actual{};
    Bridge bridge{};                  ///< likewise
    std::optional<SumBand> so_far{};  ///< of the months to date; absent: not all are billed, or one is open
    Money original{};                 ///< the budget of all months
    Money outlook{};                  ///< what was billed, and the budget of all that was not
    /// The same with what comes after the last bill as much above or below as that was, its one-offs aside.
    Money outlook_at_rate{};
};

/// Compares. `open_share` is that of the last billed month: 1 when it is closed. Error: `months-differ` (no
/// month is in both).
[[nodiscard]] Result<Variance> variance_of(Budget budget, const std::vector<BilledMonth>& billed,
                                           const Rational& open_share);

}  // namespace firn::forecast
