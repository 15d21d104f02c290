#pragma once

#include "core/reconcile/comparison.hpp"

#include <string>
#include <vector>

namespace firn::reconcile {

/// A price and how much the model bills at it.
struct Rung {
    UnitPrice price{};
    Rational quantity{};
};

/// What the model expects of a line, before it is compared.
struct ExpectedSide {
    std::vector<Rung> ladder{};  ///< in the order in which the bands fill
    Money exact{};
    Money shown{};
    std::string unit{};  ///< empty: no quantity, or not stated
};

/// What the statement bills for it.
struct BilledSide {
    std::optional<Rational> quantity{};
    Rational free{};                 ///< of it, billed at the price zero
    std::string unit{};              ///< as the statement prints it; empty: not stated
    std::vector<UnitPrice> rates{};  ///< above zero, as the statement prints them, each once
    Money cost{};
    std::int64_t rows = 0;  ///< none: only an earlier version of the invoice has the line
    std::optional<Money> superseded{};
    bool is_rounding = false;  ///< a line by which the vendor reconciles its own rounding
};

/// With what the statement and its month are printed.
struct Precision {
    unsigned cost_places = 2;
    unsigned quantity_places = 3;
    bool is_open = false;  ///< the month is not closed
};

/// What a difference is made of, and its cause.
struct Finding {
    Money difference{};
    Parts parts{};
    Cause cause = Cause::none;
};

/// The billed quantity that is set against the expected one. Free usage beside paid usage stands in a
/// statement, but in the model only where it has a price of zero; where all is free, or the statement prints
/// no prices, it counts when that brings the quantity nearer the expected one.
[[nodiscard]] std::optional<Rational> compared_quantity(const ExpectedSide& expected,
                                                        const BilledSide& billed);

/// The rules of docs/reconcile.md for one line; either side may be absent, not both. Tolerances are not its
/// matter.
[[nodiscard]] Finding find_cause(const std::optional<ExpectedSide>& expected,
                                 const std::optional<BilledSide>& billed, const Precision& precision);

}  // namespace firn::reconcile
