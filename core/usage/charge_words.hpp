#pragma once

#include "core/usage/charge_type.hpp"

#include <string>

namespace firn::usage {

/// A charge in a sentence or a heading: "retrieval requests".
[[nodiscard]] std::string charge_words(ChargeType charge);

}  // namespace firn::usage
