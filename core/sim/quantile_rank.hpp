#pragma once

#include "core/units/rational.hpp"

#include <cstdint>

namespace firn::sim {

/// A quantile in thousandths: 950 is the 95th percentile. 1 to 1000.
struct Permille {
    std::uint32_t value = 0;
};

/// The rank of a quantile among `count` values in ascending order, from 1: ceil(quantile * count).
[[nodiscard]] constexpr std::uint64_t rank_of(Permille quantile, std::uint64_t count) {
    return static_cast<std::uint64_t>((static_cast<UInt128>(count) * quantile.value + 999) / 1000);
}

}  // namespace firn::sim
