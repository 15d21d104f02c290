#pragma once

#include "core/units/rational.hpp"

#include <string>
#include <string_view>

namespace firn::pricing {

/// A number for people: thousands set apart, at most `places` decimals, halves up.
///
///     grouped(12288) == "12,288"      grouped(41/48) == "0.854167"
[[nodiscard]] std::string grouped(const Rational& value, unsigned places = 6);

/// The same for text that is a decimal number already: "1234.50" becomes "1,234.50".
[[nodiscard]] std::string grouped(std::string_view decimal);

/// "1 archive", "1,024 archives", "0.5 archives".
[[nodiscard]] std::string counted(const Rational& count, std::string_view one, std::string_view many,
                                  unsigned places = 6);

}  // namespace firn::pricing
