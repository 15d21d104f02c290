#pragma once

#include "core/units/rational.hpp"

#include <string>

namespace firn {

/// The value with all its decimals: "0.0036". One that no decimal is equal to is written as a fraction:
/// "1/3".
[[nodiscard]] std::string exact_text(const Rational& value);

}  // namespace firn
