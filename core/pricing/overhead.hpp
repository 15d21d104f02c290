#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/bytes.hpp"
#include "core/units/rational.hpp"
#include "core/usage/rules.hpp"

#include <string_view>

namespace firn::pricing {

/// The kinds of the charge `overhead`, where a book bills it on lines of its own: at the class's rate and at
/// that of another class.
inline constexpr std::string_view kClassRate = "class_rate";
inline constexpr std::string_view kStandardRate = "standard_rate";

/// What an archive adds to the billed storage, in GB.
///
///     32 KiB: binary 32/1048576 GB, decimal 0.000032 GB
[[nodiscard]] Rational overhead_in_gb(Bytes each, usage::OverheadUnit unit, Bytes gb);

}  // namespace firn::pricing
