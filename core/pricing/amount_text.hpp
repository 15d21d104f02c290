#pragma once

#include "core/units/rational.hpp"

#include <string>

namespace firn::pricing {

/// A number for people: thousands set apart, at most `places` decimals, halves up.
///
///     grouped(12288) == "12,288"      grouped(41/48) == "0.854167"
[[nodiscard]] std::string grouped(const Rational& value, unsigned places = 6);

/// The same for text that is a decimal number already: "1234.50" becomes "1,234.50".
[[nodiscard]] std::string grouped(std::string decimal);

}  // namespace firn::pricing
