#pragma once

#include "core/scenario/growth.hpp"
#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace firn::scenario {

// The texts of values that growth models have, and of percentages.

/// "1 TB/week", "200000 files/day": above zero; at most six decimals of a file.
[[nodiscard]] Expected<Inflow, QuantityError> parse_inflow(std::string_view text);
[[nodiscard]] std::string inflow_text(const Inflow& inflow);

/// "15 %", "-3.5%": the number before the sign, with at most four decimals.
[[nodiscard]] Expected<Rational, QuantityError> parse_percent(std::string_view text);
[[nodiscard]] std::string percent_text(const Rational& percent);
/// The same with at most six decimals: "0.000001 %" is one of a hundred million.
[[nodiscard]] Expected<Rational, QuantityError> parse_fine_percent(std::string_view text);
[[nodiscard]] std::string fine_percent_text(const Rational& percent);

/// "1.1, 1, 0.9": so many amounts with at most six decimals each, 0 to 1000, not all of them zero.
[[nodiscard]] Expected<std::vector<Rational>, QuantityError> parse_amounts(std::string_view text,
                                                                           std::size_t length);
[[nodiscard]] std::string amounts_text(const std::vector<Rational>& amounts);

}  // namespace firn::scenario
