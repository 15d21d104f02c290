#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"
#include "core/usage/charge_type.hpp"

#include <optional>
#include <string>
#include <vector>

namespace firn::forecast {

/// A line of a budget or of what was billed.
///
///     {"TimedStorage-ByteHrs", "GB-Mo", 1000, 10.00, storage}
struct BridgeLine {
    std::string usage_type{};
    std::string unit{};
    std::optional<Rational> quantity{};
    Money cost{};
    std::optional<usage::ChargeType> charge{};  ///< absent: not stated, as in what the vendor reports
};

/// Why a month cost another amount than the budget says; the six add up to the difference exactly.
/// Formulas and worked numbers: docs/forecast.md.
struct Bridge {
    Money calendar{};     ///< the month is billed up to a day only
    Money volume{};       ///< more of everything of one charge, at budget prices
    Money mix{};          ///< other shares of the lines of one charge, at budget prices
    Money price{};        ///< other unit prices, for what was used
    Money one_off{};      ///< charges that the budget does not have
    Money unexplained{};  ///< costs without quantities
};

/// Lines are compared by charge and unit. Where one of a usage type states no charge, all of that type have
/// the first that is stated, the budget's first. `share` of the month is billed: 1 when it is closed, 20/31
/// on the 20th of March.
[[nodiscard]] Bridge bridge_of(const std::vector<BridgeLine>& budget, const std::vector<BridgeLine>& billed,
                               const Rational& share);

/// What is one-off in that bridge, a line a usage type, the dearest first; nothing that costs 0.
[[nodiscard]] std::vector<BridgeLine> one_offs_of(const std::vector<BridgeLine>& budget,
                                                  const std::vector<BridgeLine>& billed);

/// The sum of the six.
[[nodiscard]] Money total_of(const Bridge& bridge);

/// Sum of the costs.
[[nodiscard]] Money total_of(const std::vector<BridgeLine>& lines);

}  // namespace firn::forecast
