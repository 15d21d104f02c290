#pragma once

#include "core/pricing/rounding.hpp"
#include "core/statement/statement.hpp"
#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What the vendor bills against what the model expects, line by line, each difference with its cause
/// (docs/reconcile.md).
namespace firn::reconcile {

/// Why a line differs. The rules, with worked numbers, stand in docs/reconcile.md.
enum class Cause {
    none,      ///< it does not
    rounding,  ///< by no more than the last printed decimals can hide
    quantity,
    price,
    quantity_and_price,  ///< both, adding up or offsetting each other
    unit,                ///< the statement counts in another unit
    amount,              ///< of the cost alone: the statement has no quantities, or its own do not make it
    missing_here,        ///< billed, but not in the model
    missing_at_vendor,   ///< in the model, but not billed
    month_open,          ///< the vendor has not billed the whole month yet
    reissued,            ///< the model has what an earlier version of the invoice said
};

/// "none", "rounding", "quantity", "price", "quantity and price", "unit", "amount", "missing on our side",
/// "missing on the vendor's side", "month not closed", "re-issued"
[[nodiscard]] std::string_view to_text(Cause cause);
/// The same as a word of JSON and CSV: "missing_on_our_side".
[[nodiscard]] std::string key_of(Cause cause);

/// One side of a compared line.
struct Amount {
    std::optional<Rational> quantity{};
    std::optional<UnitPrice> unit_price{};  ///< of several prices the mean
    Money cost{};                           ///< expected: as the statement's precision shows it
};

/// What a difference is made of; the three add up to it.
struct Parts {
    Money by_quantity{};
    Money by_price{};
    Money by_rounding{};
};

/// A month's usage type and operation, or its taxes, credits, ... , expected against billed.
struct ComparedLine {
    BillingPeriod month;
    statement::LineType type = statement::LineType::usage;
    std::string usage_type{};  ///< empty: all of the month, where the statement has costs of services only
    std::string operation{};
    std::string unit{};
    std::optional<Amount> expected{};
    std::optional<Amount> billed{};
    std::optional<Money> superseded{};  ///< what an earlier version of the invoice billed
    Money difference{};                 ///< billed less expected
    Parts parts{};
    Cause cause = Cause::none;
    std::int64_t rows = 0;  ///< of the statement
};

/// How much of a line is in question: its difference without sign, or its part by quantity where quantity and
/// price offset each other.
[[nodiscard]] Money weight_of(const ComparedLine& line);

/// The lines of one cause.
struct CauseTotal {
    Cause cause = Cause::none;
    std::int64_t lines = 0;
    Money difference{};
    Money absolute{};  ///< sum of the weights of its lines
    Parts parts{};     ///< sum of theirs
};

/// How far the totals may be apart, and how much may be in question line by line: to the cent when nothing is
/// stated, an amount, or a share of what is expected.
struct ExactToTheCent {};
struct Share {
    Rational of_one{};
};
using Tolerance = std::variant<ExactToTheCent, Money, Share>;

struct Comparison {
    std::string price_book{};
    std::string region{};
    std::string currency{};
    std::string format{};  ///< of the statement
    pricing::Rounding rounding = pricing::Rounding::invoice;
    std::vector<ComparedLine> lines{};  ///< by their weights, the largest first
    std::vector<CauseTotal> causes{};   ///< without `none`, by the sum of their sizes, the largest first
    Money expected{};
    Money billed{};
    Money difference{};
    Money in_question{};  ///< sum of the weights of the lines that differ by more than rounding
    Tolerance tolerance{};
    bool is_within_tolerance = true;
    bool has_quantities = true;                             ///< false: the statement has costs only
    std::vector<BillingPeriod> months{};                    ///< that are compared
    std::vector<BillingPeriod> open_months{};               ///< of those, the ones that are not closed
    std::vector<BillingPeriod> months_without_statement{};  ///< wanted, but in the model only
    std::vector<statement::LeftOut> left_out{};
    Money fees_not_compared{};  ///< expected recurring lines and support, where the statement has no fees
    std::vector<std::string> superseded_invoices{};  ///< an earlier version each; "" where it bore no number
};

}  // namespace firn::reconcile
