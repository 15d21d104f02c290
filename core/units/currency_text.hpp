#pragma once

#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"

#include <string>
#include <string_view>

namespace firn {

/// The code of a currency: "EUR". Error: `currency-malformed` for all but three capital letters.
[[nodiscard]] Expected<std::string, QuantityError> parse_currency(std::string_view text);

}  // namespace firn
