#pragma once

#include "core/diag/result.hpp"
#include "core/forecast/bridge.hpp"
#include "core/report/provenance.hpp"
#include "core/report/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::report {

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
    std::vector<forecast::BridgeLine> lines{};
    std::optional<SumBand> so_far{};  ///< absent: the file does not have it
};

/// What `firn forecast --freeze` kept.
struct Budget {
    std::string name{};
    std::string currency{};
    std::string price_book{};
    std::string region{};
    std::vector<BudgetMonth> months{};
};

/// A month as it was billed.
struct BilledMonth {
    BillingPeriod month;
    std::vector<forecast::BridgeLine> lines{};
    std::string currency{};  ///< "USD"; empty: not stated
};

/// Reads a frozen budget. Error: `budget-not-readable`.
[[nodiscard]] Result<Budget> read_budget(const std::string& path, const std::string& text);

/// Reads the JSON of `firn bill`. Error: `bill-not-readable`.
[[nodiscard]] Result<std::vector<BilledMonth>> read_bill_json(const std::string& path,
                                                              const std::string& text);

/// A month of the budget that was billed.
struct VarianceMonth {
    BudgetMonth budget;
    Money planned{};  ///< the budget: total of the central bill
    Money actual{};
    bool is_inside = false;  ///< from P10 to P90; of a month billed in part, from that part of them
    bool is_open = false;    ///< billed up to a day only: nothing is said of its band
    forecast::Bridge bridge{};
};

/// A charge that the budget of its month does not have.
struct OneOff {
    BillingPeriod month;
    forecast::BridgeLine line{};
};

struct Variance {
    Budget budget;
    std::vector<VarianceMonth> months{};
    std::vector<BillingPeriod> not_billed{};  ///< months of the budget before the last billed one
    std::vector<OneOff> one_offs{};           ///< the dearest first
    Money planned{};                          ///< year to date
    Money actual{};
    forecast::Bridge bridge{};        ///< likewise
    std::optional<SumBand> so_far{};  ///< of the months to date; absent: not all are billed, or one is open
    Money original{};                 ///< the budget of all months
    Money outlook{};                  ///< what was billed, and the budget of all that was not
    /// The same with what comes after the last bill as much above or below as that was, its one-offs aside.
    Money outlook_at_rate{};
    Provenance provenance;
};

/// Compares. `open_share` is that of the last billed month: 1 when it is closed. Error: `months-differ` (no
/// month is in both).
[[nodiscard]] Result<Variance> variance_of(Budget budget, const std::vector<BilledMonth>& billed,
                                           const Rational& open_share);

/// A part of a bridge with its name: "price", "volume", "mix", "one-off", "calendar", "unexplained".
struct BridgePart {
    std::string name{};
    Money amount{};
};
/// The six, to the cent: what rounding leaves goes to the largest, so that they add up to the difference of
/// the two totals as they are shown.
[[nodiscard]] std::vector<BridgePart> shown_parts(const forecast::Bridge& bridge, const Money& planned,
                                                  const Money& actual);

/// "inside", "below" or "above" its band; "in part" where the month is billed up to a day only.
[[nodiscard]] std::string band_place(const VarianceMonth& month);

/// What a person should know: the difference to date with its largest part, the one-offs, months
/// outside, months without a bill, the outlook.
[[nodiscard]] std::vector<std::string> variance_sentences(const Variance& variance);

/// A row a billed month, and one to date: budget, billed, the parts of the difference, the band.
[[nodiscard]] Table variance_months(const Variance& variance);

[[nodiscard]] std::string variance_text(const Variance& variance);
[[nodiscard]] std::string variance_markdown(const Variance& variance);
[[nodiscard]] std::string variance_csv(const Variance& variance);
[[nodiscard]] std::string variance_json(const Variance& variance);

}  // namespace firn::report
