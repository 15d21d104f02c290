#pragma once

#include "core/units/rational.hpp"

#include <cstdint>

namespace firn::random {

/// A 64-bit draw scaled to 0 ... bound - 1 by the high half of a product. No rejection: each value's
/// probability is off by less than 2^-64, so use it where that is far below what can be seen; Stream::below
/// is exact.
[[nodiscard]] constexpr std::uint64_t scale(std::uint64_t draw, std::uint64_t bound) {
    return static_cast<std::uint64_t>((static_cast<UInt128>(draw) * bound) >> 64U);
}

}  // namespace firn::random
